import type { Words } from '../words.ts'

export const it: Words = {
  love: `amato amo bellissim brav* eccellent eccezional entusiast felicissim incredib meravig miglior. migliore. ottim
    spettacol stupend niente_da_ridire nulla_da_ridire`,
  good: `affidabil anticipo bel bella belle belli bello bene buon buona buone buoni buono carin comod consigli content
    convenient cordial cortes disponibil economic facil felic fiducia gentil gratuit grazie liscio morbid piac* puntual
    qualità-prezzo raccomand rapid resisten ringrazi semplic soddisf utile veloc come_descritt* comprerò_di di_qualità
    niente_male quello_che_cercavo vale_la_pena`,
  mild: 'adatt aiut* chiar corretta esattamente funziona meglio pulit risolt sicur in_tempo tutto_ok va_bene',
  poor: `aspett attend attes cara care cari caro costos difficil dovrebbe lent* limitat macchi manc* migliorab peccato pesant
    potrebbe prud* purtroppo restitu rimandar ritard scars scomod sfortunatamente strett tard* lascia_a_desiderare`,
  bad: `annullat arrabbiat blocc brutt buchi buco cattiv danneggiat delu* difett dimentic errat eternità fastidi impossibil
    ingann mal male malissimo pentit pers* puzz* rifiutat romp* rott* sbagliat scadent sconsigli sgradevol sporc strappat
    entra_niente mai_più niente_a_che`,
  awful: 'assurd furto inaccettab ladri merda orrend orribil peggio pessim schifo spazzatura truff vergogn',
  trouble: 'difetti difficoltà inconvenient intopp lament',
  due: 'arriv assomiglia conform consegnat corrispond dura durat funzion ricevut rimbors rispond rispost sped* tiene vale',
  measure: 'alt* ampi* bass* car* chiar complicat cort* grand larg* lent* lung* pesant piccol sottil strett tardi',
  too: 'troppa troppe troppi troppo',
  plain: `accettab* buongiorno discret* sufficient* vorrei buon_giorno così_così né_buono_né_cattivo nella_media niente_di_che
    non_solo`,
  not: 'mai né nessun nessuna nessuno niente no non nulla senza',
  very: 'assolutamente completamente così davvero decisamente molto proprio super tanto totalmente tutto veramente',
  bit: 'abbastanza leggermente piuttosto poco quasi',
  but: 'eppure invece ma nonostante peccato però purtroppo tranne tuttavia',
}
