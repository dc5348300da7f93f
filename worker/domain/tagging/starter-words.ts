/** What shoppers say of a topic, by language; phrases parted by commas, read as rules are. `not`: where these words mean something else. */
export interface Topic {
  any: Record<'en' | 'de' | 'fr' | 'es' | 'nl' | 'it' | 'pt', string>
  not?: string
}

export const delivery: Topic = {
  any: {
    en: 'deliver*,shipping,shipped,shipment,courier,parcel,tracking,arrived,arrive,came late,came quickly,next day,never came,not arrived,driver,post office,postman,package,in the mail,by mail,lost in,the post,doorstep,on time,arrives,tracking number,dispatch*,carrier,never received,not received,still waiting,days early,day early,days late,weeks late,week late,took weeks,took ages,showed up,turned up,wrong address,neighbour,royal mail,dhl,fedex,usps,dpd,hermes,left outside,waited weeks,pick-up point,delay*',
    de: 'liefer*,versand,versendet,geliefert,zusteller,zustellung,paket,bote,postbote,sendung,sendungsverfolgung,spedition,zugestellt,angekommen,kam erst,kam schnell,kam nie,kam zu spät,beim nachbarn,die post,pünktlich,lieferzeit,paketdienst,eingetroffen,tag früher,tage früher,tage später,wochen später,wochen gewartet,tage gewartet,dhl,dpd,hermes,gls,vor die tür,vor der tür,packstation,lieferdienst,verspät*,ablageort,abgestellt',
    fr: 'livraison,livré,livreur,livrer,colis,expédition,expédié,suivi,transporteur,facteur,reçu le lendemain,jamais reçu,rien reçu,arrivé,la poste,paquet,délai,délais,arrivée,en retard,achemin*,devant la porte,point relais,chronopost,colissimo,mondial relay,dhl,jours de retard,semaines de retard,plus tôt que prévu,pas encore reçu,toujours pas reçu,retard',
    es: 'envío,enviaron,enviado,entrega,entregaron,entregado,paquete,repartidor,mensajero,mensajería,transportista,seguimiento,llegó,llegar,al día siguiente,por correos,de correos,oficina de correos,puntual,plazo de entrega,con retraso,en la puerta,en mi puerta,tardó,tardaron,tardado,tarda,demora,demoró,seur,mrw,dhl,un día antes,días antes,días después,lo recibí,no he recibido,sin recibir,punto de recogida,retraso',
    nl: 'lever*,geleverd,bezorg*,verzending,verzonden,pakket,pakje,koerier,postbode,track and trace,aangekomen,in huis,volgende dag,de post,op tijd,levertijd,te laat,voor de deur,dag eerder,dagen eerder,dag later,dagen later,weken later,nog niet ontvangen,nooit ontvangen,postnl,dhl,dpd,gls,afhaalpunt,buren,vertraging,onderweg,laat geleverd',
    it: 'spedizione,spedito,consegna,consegnato,corriere,pacco,tracking,tracciamento,arrivato,arrivare,giorno dopo,le poste,puntuale,in ritardo,tempi di consegna,davanti alla porta,alla porta,bartolini,brt,gls,sda,dhl,giorno prima,giorni prima,giorni dopo,in anticipo,mai ricevuto,non ho ricevuto,punto di ritiro,ritardo',
    pt: 'envio,enviado,entrega,entregue,entregaram,pacote,encomenda,estafeta,transportadora,motoboy,carteiro,correios,rastreio,rastreamento,chegou,chegar,dia seguinte,pontual,prazo,atrasado,atrasou,à porta,nunca apareceu,nunca recebi,não recebi,um dia antes,dias antes,dias depois,ctt,dhl,dpd,sedex,demorou,demora,antes do prazo,ponto de recolha,atraso',
  },
  not: "à l'arrivée,gastos de envío,costes de envío,spese di spedizione,costi di spedizione,costi di consegna,custos de envio,portes de envio,nicht mehr lieferbar,nicht lieferbar,wieder lieferbar,niet leverbaar,weer leverbaar,shipping cost,shipping costs,shipping fee,delivery fee,delivery charge",
}

export const price: Topic = {
  any: {
    en: 'price*,pricey,expensive,cheap,cheaper,cost,value for money,worth the money,overpriced,affordable,discount,bargain,shipping fee,delivery fee,delivery charge,half the price,on sale,fortune,voucher,coupon,promo,promo code,too dear,save money,saved me,good deal,great deal,rip off,rip-off,half as much,reasonable,waste of money,half price,a steal',
    de: 'preis*,teuer,teure,überteuert,günstig,günstiger,billiger,rabatt,schnäppchen,kosten,versandkosten,kostet,preiswert,happig,halben preis,gutschein,gutscheincode,rabattcode,kostspielig,gespart,sparen,sonderangebot,fürs geld,abzocke,unverschämt teuer,zu viel geld,bezahlbar,wucher,im angebot',
    fr: "prix,cher,tarif,promo,promotion,réduction,frais de port,coûteux,bon marché,abordable,bonne affaire,vraie affaire,hors de prix,coûte,code promo,bon de réduction,bon d'achat,onéreux,économisé,économiser,moitié prix,moins cher,chère,trop chère,les soldes,en solde,en soldes",
    es: 'precio,caro,barato,descuento,oferta,ganga,gastos de envío,costes de envío,rebajas,cuesta,cuestan,carísimo,cupón,costoso,ahorré,ahorrar,ahorro,código de descuento,mitad de precio,económico,asequible,rebaja,rebajado,carísima',
    nl: 'prijs*,te duur,erg duur,heel duur,duur voor,duurder,goedkoper*,korting,verzendkosten,prijzig,betaalbaar,aanbieding,koopje,prijs,betaalbare,kortingscode,kostbaar,bespaard,besparen,voor de helft,goedkoop,uitverkoop,cadeaubon,waar voor je geld,waar voor mijn geld,peperduur,vrij duur,nogal duur',
    it: 'prezzo,caro,costoso,costa,sconto,economico,spese di spedizione,costi di spedizione,affare,conveniente,offerta,costano,carissimo,buono sconto,codice sconto,coupon,dispendioso,risparmiato,risparmiare,risparmio,saldi,metà prezzo,costosa,prezzi,economica',
    pt: 'preço,caro,barato,desconto*,frete,promoção,pechincha,custos de envio,portes de envio,acessível,custa,custou,cupão,cupom,voucher,código de desconto,poupei,poupar,economizei,dispendioso,saldos,metade do preço,custo benefício,caríssimo,caríssima,dispendiosa',
  },
}

export const quality: Topic = {
  any: {
    en: 'quality,fabric,material,stitching,seam,broke,broken,break,fell apart,well made,poorly made,cheaply made,looks cheap,feels cheap,sturdy,flimsy,durable,ripped,tore,faulty,defective,faded,washed out,after one wash,zip,zipper,nicely finished,shrank,shrunk,workmanship,cotton,linen,wool,leather,soft,snapped,cracked,pilled,pilling,bobbl*,colour ran,color ran,the wash,first wash,came apart,came off,falling apart,loose thread,wore out,worn out,see-through,craftsmanship,scratchy,fell to bits,well-made',
    de: 'qualität,hochwertig,minderwertig,verarbeitet,verarbeitung,stoff,material,naht,nähte,kaputt,gebrochen,defekt,billiges plastik,stabil,robust,reißt,gerissen,fehlerhaft,reißverschluss,ausgeblichen,verfärbt,wäsche,eingelaufen,nach einmal waschen,baumwolle,leinen,wolle,leder,weich,kratzig,kratzt,abgebrochen,knötchen,pilling,wertig,ersten wäsche,beim waschen,nach dem waschen,fadenscheinig,fäden,genäht,ausgefranst,haltbar,langlebig,durchsichtig,auseinandergefallen,geht kaputt,ging kaputt',
    fr: 'qualité,tissu,matière,couture,finition,cassé,solide,fragile,bouloche,défectueux,déchiré au,camelote,résistant,déteint,lavage,fermeture éclair,rétréci,déchiré,coton,laine,cuir,doux,bouloch*,cassée,au lavage,premier lavage,décousu,bas de gamme,haut de gamme,a lâché,qualitatif,bien fini,mal fini,a craqué,vite usé,très usé,trop transparent,la confection',
    es: 'calidad,tela,tejido,material,costura,acabado,se rompió,roto,rotas,resistente,defectuoso,bien hecho,mal hecho,defecto,lavado,destiñe,cremallera,encogió,rompieron,algodón,lana,lino,cuero,suave,bolitas,se partió,partió,se rompe,rasgó,descosió,descosido,desteñido,acabados,costuras,duradero,se deshizo,transparenta,se estropeó',
    nl: 'kwaliteit,stof,materiaal,naad,naden,kapot,stevig,degelijk,pluist,gescheurd,goed gemaakt,slecht gemaakt,defect,duurzaam,rits,wasbeurt,stuk,verkleurd,gekrompen,katoen,wol,linnen,zacht,pillen,pilt,afgewerkt,afwerking,brak,afgebroken,gebroken,losse draad,draadjes,versleten,slijt,doorschijnend,na het wassen,scheur',
    it: 'qualità,tessuto,materiale,cuciture,finiture,si è rotto,rotto,si è rotta,rotta,resistente,difettoso,ben fatto,fatto male,difetto,robusto,lavaggio,scolorito,cerniera,ristretto,si è scucito,cotone,lana,lino,pelle,morbido,morbidissimo,pallini,spezzato,spezzata,ottima fattura,buona fattura,pessima fattura,rifinito,rifiniture,scucito,consumato,sbiadito,durevole,si rompe,troppo trasparente',
    pt: 'qualidade,tecido,material,costura,acabamento,partiu,quebrou,rasgou,resistente,defeito,defeituoso,bem feito,mal feito,lavagem,desbotou,o fecho,zíper,estragou,encolheu,algodão,linho,couro,macio,borboto,rebentou,descoseu,descosido,costuras,acabamentos,desfez,frágil,durável,fio solto,descolou,muito transparente',
  },
  not: 'calidad precio,qualité prix,qualità prezzo,qualidade preço,prijs kwaliteit*',
}

export const fit: Topic = {
  any: {
    en: 'size*,sizing,fit,too big,too small,too tight,too loose,too long,too short,too wide,too narrow,runs small,runs large,sleeve,waist,baggy,size up,size down,oversized,shoulders,in the leg,true to size,sized up,sized down,runs big,runs tight,snug,measurements,half a size,hips,too baggy,fitted,one size',
    de: 'die größe,der größe,meine größe,falsche größe,größenangabe*,größer,größentabelle,passform,passt nicht,passt leider nicht,passt perfekt,passt gut,passt super,passen nicht,passen gut,passen perfekt,zu groß,zu klein,zu eng,zu weit,zu lang,zu kurz,sitzt,fällt klein,fällt groß,ärmel,nummer größer,nummer kleiner,geschnitten,enger,weiter geschnitten,schultern,an den beinen,größen stimmen,größe stimmt,größe passt,kleiner aus,größer aus,klein aus,groß aus,passgenau,passt wie,passt mir,passt prima,hüfte,taille,an den hüften,zu schmal,zu breit,schmal geschnitten,die maße',
    fr: 'taille,pointure,trop grand,trop petit,trop serré,trop large,trop long,trop longue,trop court,trop étroit,manches,taille petit,taille grand,me va,guide des tailles,coupe,ajusté,aux épaules,taille au-dessus,taille en dessous,aux jambes,aux hanches,nage dedans,ample,bien coupé,mal coupé,trop courte,mensurations,étriqué',
    es: 'talla,tallaje,me queda,queda grande,queda pequeño,me quedan,ajustado,demasiado grande,demasiado pequeño,demasiado largo,demasiado corto,muy grande,muy pequeño,muy estrecho,manga,horma,me viene,talla menos,talla más,medidas,hombros,cintura,caderas,de pierna,de manga,holgado,entallado,muy corto,muy largo,me aprieta,aprieta',
    nl: 'maat,maattabel,pasvorm,past niet,past perfect,past goed,past precies,te groot,te klein,te strak,te wijd,te lang,te kort,te smal,valt klein,valt groot,mouw,zit te,maatje,aansluit,schouders,taille,heupen,valt ruim,valt kleiner,valt groter,zit strak,zit los,past me,past prima,knelt,te breed,maten,te nauw',
    it: 'taglia,calza,calzata,vestibilità,veste piccolo,veste grande,veste bene,troppo grande,troppo piccolo,troppo stretto,troppo largo,troppo lungo,troppo corto,manica,maniche,misura,taglia in meno,taglia in più,attillato,misure,spalle,in vita,di gamba,fianchi,mi sta,mi stanno,calza grande,veste stretto,veste largo,nuoto dentro,stringe,aderente,vita stretta',
    pt: 'tamanho,medida,veste,ficou perfeito,ficou grande,ficou pequeno,ficou apertado,apertado,muito grande,muito pequeno,muito largo,comprido*,comprida*,manga,calça bem,número acima,número abaixo,largo,estreito,muito justo,fica justo,medidas,ombros,na cintura,na perna,não serve,não me serve,assenta,veste bem,fica grande,fica pequeno,fica largo,fica enorme,muito curto,curtas,aperta',
  },
  not: 'te lang gewacht,te lang wachten,small business,small businesses,small shop',
}

export const service: Topic = {
  any: {
    en: 'customer service,your support,support team,customer support,the support,staff,helpful,rude,unfriendly,friendly,no reply,no response,nobody answers,nobody answered,no answer,answer the phone,never replied,assistant,agent,hotline,spoke to,on the phone,the chat,live chat,representative,replied,my emails,my email,ignored,emailed,after sales,aftersales,after-sales,patient,on hold,on the line,call centre,call center,polite,courteous,customer care,got back to me,get back to me,rep,complaint,apologised,apologized,answered my,answered quickly,attentive',
    de: 'kundenservice,kundendienst,kundenbetreuung,vom support,der support,den support,euer support,beratung,berater,hotline,ans telefon,telefonisch,keine antwort,antwortet,unfreundlich,freundlich,unhöflich,mitarbeiter,das personal,ihr personal,euer personal,hilfsbereit,geholfen,schnelle hilfe,am telefon,im chat,dame,patzig,nett,geduldig,kompetent,zuvorkommend,höflich,meine mail,meine mails,meine e-mail,meine nachricht,keine reaktion,reagiert,rückruf,zurückgerufen,warteschleife,ansprechpartner,kulant,kulanz,reklamation,beschwerde,bemüht,entschuldigt,niemand meldet',
    fr: "service client,sav,service après vente,conseiller,conseillère,au téléphone,aucune réponse,pas de réponse,ne répond,répond pas,aimable,injoignable,équipe,accueil,interlocuteur,vendeur,réactif,au bout du fil,charmante,serviable,conseil,patient,mes mails,mon mail,mes messages,sans réponse,chaleureux,poli,courtois,professionnel,à l'écoute,rappelé,réclamation,compétent,incompétent,excuses,accueillant",
    es: 'atención al cliente,servicio al cliente,al teléfono,contesta,contestan,responden,nadie responde,atendieron,atención,amable,el personal,su personal,personal de,atento,soporte,trato,maleducado,del chat,por teléfono,un agente,encantador,mis correos,mi correo,mis mensajes,sin respuesta,paciente,profesional,del teléfono,llamé,me atendió,reclamación,queja,disculpas,servicial,competente,educado,ninguna respuesta',
    nl: 'klantenservice,helpdesk,telefoon op,medewerker,behulpzaam,vriendelijk,onvriendelijk,geen antwoord,geen reactie,bereikbaar,onbereikbaar,geholpen,personeel,reageert niemand,aan de lijn,aardig,in de chat,mijn mails,mijn mail,mijn bericht,onbeantwoord,geduldig,deskundig,beleefd,aan de telefoon,teruggebeld,klacht,excuses,niemand reageert,nooit antwoord,meedenkend,professioneel,onbeleefd',
    it: 'servizio clienti,assistenza,al telefono,risponde,rispondono,nessuna risposta,il personale,del personale,personale gentile,personale cortese,personale scortese,personale disponibile,gentile,gentilissimo,cortese,scortese,cortesia,commessa,operatore,supporto,in chat,carinissima,ufficio,mie mail,mia mail,miei messaggi,senza risposta,paziente,competente,professionale,educato,maleducato,reclamo,scuse,richiamato,mi hanno risposto,call center,cordiale',
    pt: 'apoio ao cliente,atendimento,atendido,atende,ao telefone,respondem,responde,sem resposta,ninguém responde,funcionário,simpático,mal educado,suporte,do chat,por telefone,mal atendido,educado,meus emails,meu email,minhas mensagens,paciente,profissional,atencioso,reclamação,desculpas,me atendeu,prestável,competente,simpatia',
  },
}

export const website: Topic = {
  any: {
    en: "website,site,app,checkout,search filter,filter,menu,log in,login,basket,shopping cart,my cart,the cart,crash*,freezing,account,error message,browser,page*,load,loading,logged out,logging,online shop,would not load,won't load,search bar,signed out,sign in,signing in,sign up,password,tablet,search function,search results,buggy,glitch*,navigate,navigation,timed out,hard to find,easy to find,captcha,order form,an error",
    de: 'webseite,website,homepage,seite*,app,onlineshop,online shop,warenkorb,fehlermeldung,suche und,suchfunktion,filter,anmelden,login,kundenkonto,kasse,unübersichtlich,lädt,stürzt,ladezeit*,einloggen,beim laden,absturz,bedienung,navigation,die suche,der suche,suchleiste,suchfeld,tablet,abgemeldet,passwort,bestellvorgang,bestellprozess,formular,registrieren,registrierung,hängt sich auf,smartphone,übersichtlich,fehler beim',
    fr: "site,application,appli,navigation,bug,bugue,plante,panier,compte,se connecter,connexion,mot de passe,moteur de recherche,internet,me connecter,rame,en ligne,page,la recherche,barre de recherche,tablette,déconnecté,formulaire,ergonomi*,m'inscrire,identifiants,chargement,fonction recherche",
    es: 'página,web,aplicación,app,navegar,se cuelga,carrito,cuenta,iniciar sesión,contraseña,error al,buscador,sitio web,login,se cierra,tableta,sesión,formulario,registrarme,no carga,no se abre,no se abría,búsqueda,intuitiva,se bloquea,contraseñas',
    nl: 'website,site,webshop,app,pagina,zoekfunctie,foutmelding,loopt vast,winkelwagen,afrekenen,inloggen,account,laadt,zoeken,traag,crasht,zoekbalk,tablet,uitgelogd,formulier,opent niet,laadt niet,zoekresultaten,wachtwoord,overzichtelijk,registreren,navigeren,onoverzichtelijk,foutmeldingen',
    it: 'sito,pagina,app,applicazione,carrello,crash,si blocca,accedere,account,password,errore durante,navigare,navigazione,caricarsi,login,si chiude,tablet,ricerca,barra di ricerca,disconnette,disconnesso,modulo,registrazione,registrarsi,non si apre,non si apriva,non si carica,intuitivo,si impalla',
    pt: 'site,página,aplicativo,aplicação,app,carrinho,minha conta,login,senha,bloqueia,trava,travando,erro ao,navegar,navegação,fecha sozinho,tablet,pesquisa,sessão,formulário,registo,cadastro,não abre,não abria,não carrega,barra de pesquisa,intuitivo,palavra-passe,a busca',
  },
}

export const payment: Topic = {
  any: {
    en: 'payment,pay,paypal,credit card,debit card,my card,charged,charged twice,declined,invoice,klarna,apple pay,google pay,installments,card was,pay later,bank transfer,my debit,instalments,direct debit,overcharged,double charged,card got,card details',
    de: 'zahlung,zahlungsart,bezahlen,bezahlung,bezahlt,kreditkarte,rechnung,abgebucht,lastschrift,ratenzahlung,überweisung,klarna,doppelt abgebucht,meine karte,karte wurde,karte abgelehnt,ratenkauf,paypal,apple pay,google pay,vorkasse,abbuchung,bezahlvorgang,kartenzahlung,bankeinzug',
    fr: 'paiement,payer,payé,carte bancaire,carte bleue,ma carte,débité,prélevé,prélèvement,virement,régler,plusieurs fois,facture,carte refusée,carte a été refusée,virement bancaire,paypal,klarna,apple pay,mode de paiement,moyen de paiement,débitée,prélevée,paiement refusé',
    es: 'pago,pagar,tarjeta,cobraron,cobrado,cobro,transferencia,bizum,factura,contra reembolso,plazos,cargado,me han cargado,paypal,klarna,apple pay,a plazos,financiación,cobrar,me cobraron,rechazaron,pago rechazado',
    nl: 'betaling,betalen,betaald,creditcard,afgeschreven,ideal,factuur,achteraf,bancontact,incasso,van mijn rekening,pinnen,mijn kaart,kaart geweigerd,kaart werd,overboeking,paypal,klarna,apple pay,in termijnen,betaalmethode,dubbel afgeschreven,betaalwijze',
    it: 'pagamento,pagare,pagato,carta,addebitato,addebito,bonifico,fattura,contrassegno,scalato,carta di credito,paypal,klarna,apple pay,satispay,postepay,metodo di pagamento,pagamento rifiutato,in rate,rate mensili,pagare a rate',
    pt: 'pagamento,pagar,cartão,cobraram,cobrado,cobrança,pix,boleto,multibanco,mbway,fatura,parcelas,parcelar,cartão de crédito,débito,transferência,paypal,klarna,apple pay,prestações,descontaram,descontado,forma de pagamento,método de pagamento',
  },
}

export const returns: Topic = {
  any: {
    en: 'refund,returns*,easy return,return label,return policy,returned it,returning it,sent it back,send it back,sent back,exchange,money back,return process,free return,my money,shipped it back,shipped them back,returned the,return it,return them,sending it back,sending back,send back,send them back,sent them back,refunded,refunds,replacement,swap,store credit,returning,to return it,return postage,returns process',
    de: 'rücksendung,rückgabe,retoure,zurückgeschickt,zurückschicken,zurückgesendet,zurückgeben,rückerstattung,erstattung,erstattet,umtausch,umtauschen,geld zurück,widerruf,mein geld,rückversand,zurücksenden,zurück senden,zurück schicken,rücksende*,retournieren,retourniert,getauscht,gutschrift,gutgeschrieben,zurückerstattet,ersatz geschickt,ersatzlieferung',
    fr: "remboursement,remboursé,rembourser,retour,retourner,retourné,échange,échanger,renvoyé,renvoyer,renvoy*,mon argent,bon de retour,échangé,remplacement,remplacé,avoir remboursé,rendre l'article,étiquette retour",
    es: 'reembolso,reembolsado,devolución,devolver,devuelto,devolví,devolvieron,un cambio,cambiar,cambios,devuelv*,devolv*,mi dinero,reembols*,sustitución,reemplazo,cambiarlo,cambiarla,dinero de vuelta,devolver el dinero,devuelto el dinero',
    nl: 'retour,retourneren,retourzending,geretourneerd,teruggestuurd,terugsturen,terugbetaling,terugbetaald,terugbetalen,geld terug,omruilen,ruilen,geruild,geld niet terug,mijn geld,ruil,geld nog,teruggestort,terug te sturen,omgeruild,vervanging,retourlabel,terug gestuurd',
    it: 'rimborso,rimborsato,rimborsare,reso,resi,restituito,restituire,restituzione,un cambio,cambiare la,sostituzione,soldi,ridanno,rendere,rispedire,rispedito,rimandare indietro,mandare indietro,mandato indietro,sostituito,cambio taglia,rimbors*',
    pt: 'reembolso,reembolsado,devolução,devolver,devolvi,devolvido,troca,trocar,dinheiro de volta,estorno,devolv*,meu dinheiro,o dinheiro,reembols*,substituição,substituíram,trocaram,trocado,etiqueta de devolução,devoluções',
  },
  not: 'contra reembolso,retour en stock,de retour en',
}

export const stock: Topic = {
  any: {
    en: 'out of stock,in stock,sold out,restock,unavailable,not available,back in stock,availability,stock,none left,sells out,no longer available,was gone,were gone,ran out,run out,backorder*,back order,no stock,more of these,not in stock,hard to get,sell out',
    de: 'ausverkauft,vergriffen,nicht mehr lieferbar,nicht lieferbar,wieder lieferbar,verfügbar,verfügbarkeit,nicht auf lager,lagerbestand,nachbestellt,vorrätig,gibt es nicht mehr,fehlt im sortiment,war weg,waren weg,schon weg,nicht zu bekommen,nicht mehr zu bekommen,nicht zu haben,nicht mehr zu haben,nicht vorhanden,nachschub,auf lager,nicht mehr da,nicht im sortiment',
    fr: "rupture,en stock,stock,plus disponible,pas disponible,indisponible,disponibilité,épuisé,réassort,il n'y en a plus,n'y en a plus,partie en,parti en,vite parti,plus rien,réapprovisionn*,plus de stock,introuvable,plus ma taille,stocks",
    es: 'agotado,existencias,sin stock,stock,no disponible,disponibilidad,repondrán,reponer,no quedan,ya no hay,nunca hay,voló,volaron,estaba disponible,está disponible,están disponibles,estaban disponibles,se acabó,se agotó,sin existencias,agotada,agotadas',
    nl: 'uitverkocht,voorraad,niet leverbaar,weer leverbaar,niet beschikbaar,beschikbaar,beschikbaarheid,is op,nooit op voorraad,was weg,al weg,snel weg,verkrijgbaar,te krijgen,voorradig,op voorraad,meteen op',
    it: "esaurito,non disponibile,disponibilità,disponibile,magazzino,scorte,terminato,non ce n'è più,non c'è più,sparito,sparita,andato a ruba,andata a ruba,già finito,riassortimento,rifornimento,esaurita,finita subito",
    pt: 'esgotado,esgotou,stock,estoque,indisponível,disponível,disponibilidade,reposição,já não há,não tem mais,sem stock,voou,já acabou,acabou logo,sem estoque,em falta,rutura,ruptura,repor,esgotada,esgotados',
  },
}

export const packaging: Topic = {
  any: {
    en: 'packaging*,packaged*,packed,wrapped,wrapping,box,gift box,bubble wrap,cardboard,too much plastic,dented,wasted plastic,so much plastic,padding,padded,polystyrene,tissue paper,plastic wrap,layers of plastic,plastic bag,crushed,squashed,smashed,over-packaged,bubble-wrap',
    de: 'verpackung,verpackungsmüll,verpackt,eingepackt,karton,geschenkverpackung,umverpackung,zu viel plastik,schachtel,tüte,plastikmüll,gewickelt,eingewickelt,polsterung,gepolstert,luftpolster,styropor,geschenkpapier,eingeschweißt,zerdrückt,zerbeult,umkarton,füllmaterial,in folie,plastikfolie,lagen folie',
    fr: 'emballage,emballé,carton,paquet cadeau,papier cadeau,suremballage,boîte,sac plastique,trop de plastique,sans protection,papier bulle,polystyrène,écrasé,calage,rembourrage,couches de plastique,cartons,mal protégé,bien protégé',
    es: 'embalaje,embalado,empaquetado,envuelto,caja,envoltorio,papel de regalo,tanto plástico,demasiado plástico,sin protección,burbujas,poliestireno,aplastado,aplastada,envoltura,capas de plástico,de relleno,bien protegido,mal protegido',
    nl: 'verpakking,verpakt,ingepakt,doos,doosje,inpakken,cadeaupapier,al dat plastic,veel plastic,gedeukt,gewikkeld,zonder bescherming,noppenfolie,piepschuim,opvulling,verpakkingsmateriaal,ingedeukt,geplet,goed beschermd,inpakpapier,in folie,lagen folie,plasticfolie',
    it: 'imballaggio,imballo,imballato,confezione,confezionato,scatola,incartato,pacco regalo,troppa plastica,busta,senza protezione,pluriball,polistirolo,avvolto,schiacciato,schiacciata,imbottitura,strati di plastica,ben protetto,cartone',
    pt: 'embalagem,embalado,embrulhado,embrulho,caixa,papel de presente,tanto plástico,plástico a mais,saco,sem proteção,plástico bolha,bolhas,esferovite,isopor,amassado,amassada,envolto,camadas de plástico,bem protegido',
  },
}
