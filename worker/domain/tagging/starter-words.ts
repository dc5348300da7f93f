/** What shoppers say of a topic, by language; phrases parted by commas, read as rules are. `not`: where these words mean something else. */
export interface Topic {
  any: Record<'en' | 'de' | 'fr' | 'es' | 'nl' | 'it' | 'pt', string>
  not?: string
}

export const delivery: Topic = {
  any: {
    en: 'deliver*,shipping,shipped,shipment,courier,parcel,tracking,arrived,arrive,came late,came quickly,next day,never came,not arrived,driver,post office,postman,package,in the mail,by mail,lost in,the post,doorstep,on time,arrives,tracking number',
    de: 'liefer*,versand,versendet,geliefert,zusteller,zustellung,paket,bote,postbote,sendung,sendungsverfolgung,spedition,zugestellt,angekommen,kam erst,kam schnell,kam nie,kam zu spät,beim nachbarn,die post,pünktlich,lieferzeit,paketdienst',
    fr: 'livraison,livré,livreur,livrer,colis,expédition,expédié,suivi,transporteur,facteur,reçu le lendemain,jamais reçu,rien reçu,arrivé,la poste,paquet,délai,délais,arrivée,en retard',
    es: 'envío,enviaron,enviado,entrega,entregaron,entregado,paquete,repartidor,mensajero,mensajería,transportista,seguimiento,llegó,llegar,al día siguiente,por correos,de correos,oficina de correos,puntual,plazo de entrega,con retraso',
    nl: 'lever*,geleverd,bezorg*,verzending,verzonden,pakket,pakje,koerier,postbode,track and trace,aangekomen,in huis,volgende dag,de post,op tijd,levertijd,te laat',
    it: 'spedizione,spedito,consegna,consegnato,corriere,pacco,tracking,tracciamento,arrivato,arrivare,giorno dopo,le poste,puntuale,in ritardo,tempi di consegna',
    pt: 'envio,enviado,entrega,entregue,entregaram,pacote,encomenda,estafeta,transportadora,motoboy,carteiro,correios,rastreio,rastreamento,chegou,chegar,dia seguinte,pontual,prazo,atrasado,atrasou',
  },
  not: "à l'arrivée,gastos de envío,costes de envío,spese di spedizione,costi di spedizione,costi di consegna,custos de envio,portes de envio,nicht mehr lieferbar,nicht lieferbar,wieder lieferbar,niet leverbaar,weer leverbaar,shipping cost,shipping costs,shipping fee,delivery fee,delivery charge",
}

export const price: Topic = {
  any: {
    en: 'price*,pricey,expensive,cheap,cheaper,cost,value for money,worth the money,overpriced,affordable,discount,bargain,shipping fee,delivery fee,delivery charge,half the price,on sale,fortune',
    de: 'preis*,teuer,teure,überteuert,günstig,günstiger,billiger,rabatt,schnäppchen,kosten,versandkosten,kostet,preiswert,happig,halben preis',
    fr: 'prix,cher,tarif,promo,promotion,réduction,frais de port,coûteux,bon marché,abordable,bonne affaire,vraie affaire,hors de prix,coûte',
    es: 'precio,caro,barato,descuento,oferta,ganga,gastos de envío,costes de envío,rebajas,cuesta,cuestan,carísimo',
    nl: 'prijs*,te duur,erg duur,heel duur,duur voor,duurder,goedkoper*,korting,verzendkosten,prijzig,betaalbaar,aanbieding,koopje,prijs,betaalbare',
    it: 'prezzo,caro,costoso,costa,sconto,economico,spese di spedizione,costi di spedizione,affare,conveniente,offerta,costano,carissimo',
    pt: 'preço,caro,barato,desconto*,frete,promoção,pechincha,custos de envio,portes de envio,acessível,custa,custou',
  },
}

export const quality: Topic = {
  any: {
    en: 'quality,fabric,material,stitching,seam,broke,broken,break,fell apart,well made,poorly made,cheaply made,looks cheap,feels cheap,sturdy,flimsy,durable,ripped,tore,faulty,defective,faded,washed out,after one wash,zip,zipper,nicely finished,shrank,shrunk,workmanship',
    de: 'qualität,hochwertig,minderwertig,verarbeitet,verarbeitung,stoff,material,naht,nähte,kaputt,gebrochen,defekt,billiges plastik,stabil,robust,reißt,gerissen,fehlerhaft,reißverschluss,ausgeblichen,verfärbt,wäsche,eingelaufen,nach einmal waschen',
    fr: 'qualité,tissu,matière,couture,finition,cassé,solide,fragile,bouloche,défectueux,déchiré au,camelote,résistant,déteint,lavage,fermeture éclair,rétréci,déchiré',
    es: 'calidad,tela,tejido,material,costura,acabado,se rompió,roto,rotas,resistente,defectuoso,bien hecho,mal hecho,defecto,lavado,destiñe,cremallera,encogió,rompieron',
    nl: 'kwaliteit,stof,materiaal,naad,naden,kapot,stevig,degelijk,pluist,gescheurd,goed gemaakt,slecht gemaakt,defect,duurzaam,rits,wasbeurt,stuk,verkleurd,gekrompen',
    it: 'qualità,tessuto,materiale,cuciture,finiture,si è rotto,rotto,si è rotta,rotta,resistente,difettoso,ben fatto,fatto male,difetto,robusto,lavaggio,scolorito,cerniera,ristretto,si è scucito',
    pt: 'qualidade,tecido,material,costura,acabamento,partiu,quebrou,rasgou,resistente,defeito,defeituoso,bem feito,mal feito,lavagem,desbotou,o fecho,zíper,estragou,encolheu',
  },
  not: 'calidad precio,qualité prix,qualità prezzo,qualidade preço,prijs kwaliteit*',
}

export const fit: Topic = {
  any: {
    en: 'size*,sizing,fit,too big,too small,too tight,too loose,too long,too short,too wide,too narrow,runs small,runs large,sleeve,waist,baggy,size up,size down,oversized',
    de: 'die größe,der größe,meine größe,falsche größe,größenangabe*,größer,größentabelle,passform,passt nicht,passt leider nicht,passt perfekt,passt gut,passt super,passen nicht,passen gut,passen perfekt,zu groß,zu klein,zu eng,zu weit,zu lang,zu kurz,sitzt,fällt klein,fällt groß,ärmel,nummer größer,nummer kleiner,geschnitten,enger,weiter geschnitten',
    fr: 'taille,pointure,trop grand,trop petit,trop serré,trop large,trop long,trop longue,trop court,trop étroit,manches,taille petit,taille grand,me va,guide des tailles,coupe,ajusté,aux épaules',
    es: 'talla,tallaje,me queda,queda grande,queda pequeño,me quedan,ajustado,demasiado grande,demasiado pequeño,demasiado largo,demasiado corto,muy grande,muy pequeño,muy estrecho,manga,horma,me viene,talla menos,talla más',
    nl: 'maat,maattabel,pasvorm,past niet,past perfect,past goed,past precies,te groot,te klein,te strak,te wijd,te lang,te kort,te smal,valt klein,valt groot,mouw,zit te,maatje,aansluit',
    it: 'taglia,calza,calzata,vestibilità,veste piccolo,veste grande,veste bene,troppo grande,troppo piccolo,troppo stretto,troppo largo,troppo lungo,troppo corto,manica,maniche,misura,taglia in meno,taglia in più,attillato',
    pt: 'tamanho,medida,veste,ficou perfeito,ficou grande,ficou pequeno,ficou apertado,apertado,muito grande,muito pequeno,muito largo,comprido*,comprida*,manga,calça bem,número acima,número abaixo,largo,estreito,justo',
  },
  not: 'te lang gewacht,te lang wachten,small business,small businesses,small shop',
}

export const service: Topic = {
  any: {
    en: 'customer service,your support,support team,customer support,the support,staff,helpful,rude,unfriendly,friendly,no reply,no response,nobody answers,nobody answered,no answer,answer the phone,never replied,assistant,agent,hotline,spoke to,on the phone,the chat,live chat,representative,replied',
    de: 'kundenservice,kundendienst,kundenbetreuung,vom support,der support,den support,euer support,beratung,berater,hotline,ans telefon,telefonisch,keine antwort,antwortet,unfreundlich,freundlich,unhöflich,mitarbeiter,personal,hilfsbereit,geholfen,schnelle hilfe,am telefon,im chat,dame,patzig,nett',
    fr: 'service client,sav,service après vente,conseiller,conseillère,au téléphone,aucune réponse,pas de réponse,ne répond,répond pas,aimable,injoignable,équipe,accueil,interlocuteur,vendeur,réactif,au bout du fil,charmante,serviable,conseil',
    es: 'atención al cliente,servicio al cliente,al teléfono,contesta,contestan,responden,nadie responde,atendieron,atención,amable,personal,atento,soporte,trato,maleducado,del chat,por teléfono,un agente,encantador',
    nl: 'klantenservice,helpdesk,telefoon op,medewerker,behulpzaam,vriendelijk,onvriendelijk,geen antwoord,geen reactie,bereikbaar,onbereikbaar,geholpen,personeel,reageert niemand,aan de lijn,aardig,in de chat',
    it: 'servizio clienti,assistenza,al telefono,risponde,rispondono,nessuna risposta,personale,gentile,gentilissimo,cortese,scortese,cortesia,commessa,operatore,supporto,in chat,carinissima,ufficio',
    pt: 'apoio ao cliente,atendimento,atendido,atende,ao telefone,respondem,responde,sem resposta,ninguém responde,funcionário,simpático,mal educado,suporte,do chat,por telefone,mal atendido,educado',
  },
}

export const website: Topic = {
  any: {
    en: 'website,site,app,checkout,search filter,filter,menu,log in,login,basket,shopping cart,my cart,the cart,crash*,freezing,account,error message,browser,page*,load,loading,logged out,logging,online shop',
    de: 'webseite,website,homepage,seite*,app,onlineshop,online shop,warenkorb,fehlermeldung,suche und,suchfunktion,filter,anmelden,login,kundenkonto,kasse,unübersichtlich,lädt,stürzt,ladezeit*,einloggen,beim laden,absturz,bedienung,navigation',
    fr: 'site,application,appli,navigation,bug,bugue,plante,panier,compte,se connecter,connexion,mot de passe,moteur de recherche,internet,me connecter,rame,en ligne',
    es: 'página,web,aplicación,app,navegar,se cuelga,carrito,cuenta,iniciar sesión,contraseña,error al,buscador,sitio web,login,se cierra',
    nl: 'website,site,webshop,app,pagina,zoekfunctie,foutmelding,loopt vast,winkelwagen,afrekenen,inloggen,account,laadt,zoeken,traag,crasht',
    it: 'sito,pagina,app,applicazione,carrello,crash,si blocca,accedere,account,password,errore durante,navigare,navigazione,caricarsi,login,si chiude',
    pt: 'site,página,aplicativo,aplicação,app,carrinho,minha conta,login,senha,bloqueia,trava,travando,erro ao,navegar,navegação,fecha sozinho',
  },
}

export const payment: Topic = {
  any: {
    en: 'payment,pay,paypal,credit card,debit card,my card,charged,charged twice,declined,invoice,klarna,apple pay,google pay,installments,card was,pay later',
    de: 'zahlung,zahlungsart,bezahlen,bezahlung,bezahlt,kreditkarte,rechnung,abgebucht,lastschrift,ratenzahlung,überweisung,klarna,doppelt abgebucht',
    fr: 'paiement,payer,payé,carte bancaire,carte bleue,ma carte,débité,prélevé,prélèvement,virement,régler,plusieurs fois,facture,carte refusée',
    es: 'pago,pagar,tarjeta,cobraron,cobrado,cobro,transferencia,bizum,factura,contra reembolso,plazos,cargado,me han cargado',
    nl: 'betaling,betalen,betaald,creditcard,afgeschreven,ideal,factuur,achteraf,bancontact,incasso,van mijn rekening,pinnen',
    it: 'pagamento,pagare,pagato,carta,addebitato,addebito,bonifico,fattura,contrassegno,rate,scalato,carta di credito',
    pt: 'pagamento,pagar,cartão,cobraram,cobrado,cobrança,pix,boleto,multibanco,mbway,fatura,parcelas,parcelar,cartão de crédito,débito',
  },
}

export const returns: Topic = {
  any: {
    en: 'refund,returns*,easy return,return label,return policy,returned it,returning it,sent it back,send it back,sent back,exchange,money back,return process,free return,my money,shipped it back,shipped them back,returned the,return it,return them',
    de: 'rücksendung,rückgabe,retoure,zurückgeschickt,zurückschicken,zurückgesendet,zurückgeben,rückerstattung,erstattung,erstattet,umtausch,umtauschen,geld zurück,widerruf,mein geld,rückversand',
    fr: 'remboursement,remboursé,rembourser,retour,retourner,retourné,échange,échanger,renvoyé,renvoyer,renvoy*',
    es: 'reembolso,reembolsado,devolución,devolver,devuelto,devolví,devolvieron,un cambio,cambiar,cambios,devuelv*,devolv*,mi dinero',
    nl: 'retour,retourneren,retourzending,geretourneerd,teruggestuurd,terugsturen,terugbetaling,terugbetaald,terugbetalen,geld terug,omruilen,ruilen,geruild,geld niet terug,mijn geld,ruil',
    it: 'rimborso,rimborsato,rimborsare,reso,resi,restituito,restituire,restituzione,un cambio,cambiare la,sostituzione,soldi,ridanno,rendere',
    pt: 'reembolso,reembolsado,devolução,devolver,devolvi,devolvido,troca,trocar,dinheiro de volta,estorno,devolv*,meu dinheiro,o dinheiro',
  },
  not: 'contra reembolso,retour en stock,de retour en',
}

export const stock: Topic = {
  any: {
    en: 'out of stock,in stock,sold out,restock,unavailable,not available,back in stock,availability,stock,none left,sells out,no longer available',
    de: 'ausverkauft,vergriffen,nicht mehr lieferbar,nicht lieferbar,wieder lieferbar,verfügbar,verfügbarkeit,nicht auf lager,lagerbestand,nachbestellt,vorrätig,gibt es nicht mehr,fehlt im sortiment',
    fr: "rupture,en stock,stock,plus disponible,pas disponible,indisponible,disponibilité,épuisé,réassort,il n'y en a plus,n'y en a plus",
    es: 'agotado,existencias,sin stock,stock,no disponible,disponibilidad,repondrán,reponer,no quedan,ya no hay,nunca hay',
    nl: 'uitverkocht,voorraad,niet leverbaar,weer leverbaar,niet beschikbaar,beschikbaar,beschikbaarheid,is op,nooit op voorraad',
    it: "esaurito,non disponibile,disponibilità,disponibile,magazzino,scorte,terminato,non ce n'è più,non c'è più",
    pt: 'esgotado,esgotou,stock,estoque,indisponível,disponível,disponibilidade,reposição,já não há,não tem mais,sem stock',
  },
}

export const packaging: Topic = {
  any: {
    en: 'packaging*,packaged*,packed,wrapped,wrapping,box,gift box,bubble wrap,cardboard,too much plastic,dented,wasted plastic,so much plastic',
    de: 'verpackung,verpackungsmüll,verpackt,eingepackt,karton,geschenkverpackung,umverpackung,zu viel plastik,schachtel,tüte,plastikmüll',
    fr: 'emballage,emballé,carton,paquet cadeau,papier cadeau,suremballage,boîte,sac plastique,trop de plastique',
    es: 'embalaje,embalado,empaquetado,envuelto,caja,envoltorio,papel de regalo,tanto plástico,demasiado plástico',
    nl: 'verpakking,verpakt,ingepakt,doos,doosje,inpakken,cadeaupapier,al dat plastic,veel plastic,gedeukt',
    it: 'imballaggio,imballo,imballato,confezione,confezionato,scatola,incartato,pacco regalo,troppa plastica,busta',
    pt: 'embalagem,embalado,embrulhado,embrulho,caixa,papel de presente,tanto plástico,plástico a mais,saco',
  },
}
