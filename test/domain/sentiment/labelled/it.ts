/** Comments written for this project, judged by hand: p positive, n negative, u neutral, m mixed. */
export const it = `
p Scarpe bellissime, mi stanno perfettamente.
p Spedizione velocissima, grazie mille!
p Niente male, comprerò di nuovo.
p Nessun problema, è andato tutto liscio.
p Ordinare è stato facile e veloce.
p Nulla da ridire, ottimo rapporto qualità-prezzo.
p Il vostro servizio clienti ha risolto il reso in pochi minuti, bravissimi.
p Mia figlia adora il vestito.
p Il miglior negozio online che abbia usato da anni
p Sono felicissima della giacca
p Arrivato con un giorno di anticipo e imballato bene.
p Proprio quello che cercavo 👍
p Tessuto stupendo, morbido. Lo consiglio.
p Molto soddisfatta della qualità
p Tutto ok, consegna puntuale e prodotto eccellente
n Il pacco è arrivato con due settimane di ritardo e nessuno ha risposto alle mie mail.
n La cerniera si è rotta dopo tre giorni.
n Non vale i soldi che costa.
n Troppo piccolo, ho dovuto restituirlo.
n Non funziona.
n Non sono per niente soddisfatto del servizio
n Esperienza terribile, mai più!
n Il colore non c'entra niente con la foto. Delusa.
n Il vostro sito si blocca sempre al pagamento.
n Aspetto il rimborso da un mese...
n Il corriere ha lanciato la scatola oltre la recinzione e il vaso era in frantumi.
n Pessime rifiniture, materiale scadente
n Non lo consiglio a nessuno.
n Il mio ordine non è mai arrivato.
n Le spese di spedizione sono una truffa 😡
n Puzza e il tessuto prude.
u Ho ordinato due camicie e una cintura lunedì.
u È ok, niente di che.
u Nella media, né buono né cattivo.
u Era un regalo per mio fratello.
u C'è anche in blu?
u Il pacco è stato lasciato dal vicino al numero 12.
u Sono cliente dal 2019.
u È una giacca con due tasche.
m Belle scarpe ma la consegna ci ha messo un'eternità.
m La qualità è eccellente, però la taglia è completamente sbagliata.
m Adoro il colore, odio il taglio.
m Buoni prezzi, ma l'assistenza è inutile.
m Vestito bellissimo. Purtroppo aveva una macchia.
m Personale gentile, tuttavia il sito è un incubo.
m Consegnato in tempo ma uno dei bicchieri era rotto
`
