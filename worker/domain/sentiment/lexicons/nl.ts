import type { Words } from '../words.ts'

export const nl: Words = {
  love: `aanrader beste. dol enthousiast geniaal geweldig heerlijk ideaal klasse liefde prachtig schitterend uitstekend dol_op
    hou_van niets_op_aan`,
  good: `aanraden aardig bedankt behulpzaam betaalbaar betrouwbaar bevalt blij compliment dank* duidelijk eenvoudig eerder.
    fijn fijne gemakkelijk geniet genoten goed goede handig lekker leuk leuke makkelijk mooi mooie mooiste netjes
    overzichtelijk plezier positief prettig prijs-kwaliteit probleemloos scherp snel snelle soepel stevig tevreden vlot vlotte
    voordelig vriendelijk waard. zacht aan_te_raden raad_aan zeker_weer`,
  mild: 'beter correct geholpen geregeld klopt opgelost passen past paste prima redelijk veilig werkt in_orde op_tijd',
  poor: `dun dunne dure duur gewacht helaas ingewikkeld jammer krap krappe kriebel laat langzaam lastig later mist moeilijk
    onduidelijk ontbrak ontbreek raar rare retourneren teruggestuurd terugsturen traag trage vertrag vlek* wacht. groter_dan
    kan_beter kleiner_dan kon_beter valt_groot valt_klein valt_tegen viel_tegen zou_fijn zou_handig`,
  bad: `beschadig boos eindeloos erger fout foute gat gaten geannuleerd gebroken gescheurd geweigerd kapot kwijt lek lelijk
    matig onbeleefd onbeschoft onbetrouwbaar onbruikbaar ongemakkelijk onmogelijk ontevreden onvriendelijk scheur slecht smerig
    spijt stink storing stuk teleur vast vastgelopen vergeten verkeerd verloren vervelend vies vieze weiger lijkt_in_niets
    nooit_meer`,
  awful: `belachelijk drama haat klote nachtmerrie onacceptab oplicht ramp* rotzooi schandalig slechtste troep verschrikkelijk
    vreselijk waardelo`,
  trouble: 'fouten gedoe klacht klagen minpunt nadeel nadelen negatief probleem zorgen op_te_merken',
  due: `aangekomen antwoord bereikbaar bezorgd doet gaat gekregen geleverd ging helpen helpt hielp komt kwam lijkt ontvangen
    reactie reageer terugbetaald verstuurd`,
  measure: `brede breed dik dikke dun dunne dure duur groot grote hard hoge hoog ingewikkeld klein kort korte krap laat lang
    lange licht smal smalle strak traag veel weinig wijd wijde zwaar`,
  too: 'te',
  plain: 'acceptab* gemiddeld* middelmatig* oke best_wel gaat_wel niet_alleen niet_goed_en_niet_slecht niets_bijzonders',
  not: 'geen nauwelijks nie niemand niet niets niks noch nooit zonder',
  very: 'absoluut bijzonder echt enorm erg heel helemaal ontzettend super totaal veel volledig zeer zo',
  bit: 'beetje best bijna iets redelijk vrij wat',
  but: 'alleen behalve echter helaas hoewel jammer maar ondanks toch',
  trailing: 'niet nie',
}
