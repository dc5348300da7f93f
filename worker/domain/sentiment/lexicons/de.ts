import type { Words } from '../words.ts'

export const de: Words = {
  love: `ausgezeichnet beeindruck begeister beste. besten. bestens bester. bestes. einwandfrei erstklassig geliebt großartig
    hervorragend klasse. liebt mega optimal prima. spitze tadellos toll tolle überragend vorbildlich wunder ich_liebe`,
  good: `=schön angenehm bequem dank* empf* fair* flott freu* froh gefallen gefällt gefiel glücklich günstig gut gute gutem
    guten guter gutes hilfreich hilfsbereit hochwertig hübsch kostenlos kulant lohnt nett nette preis-leistung preiswert
    problemlos prompt pünktlich reibungslos schnell schöne schönst stabil stimmt übersichtlich überzeug unkompliziert weich
    weiterempf wert zufrieden zügig zuverlässig gerne_wieder sehr_einfach vielen_dank wie_beschrieben wie_erwartet
    wieder_bestellen`,
  mild: `besser funktioniert geholfen geklappt gelöst gepasst klappt korrekt leicht ordentlich passen passt sauber sicher.
    einfach_und in_ordnung`,
  poor: `billig dünn* fehlen fehlt fleck gewartet kratz langsam leider schade schwierig spät* teuer überteuert umständlich
    unklar unübersichtlich verbesser verspät verzöger warte zurückgeschickt zurückschick zurücksend fällt_groß fällt_klein
    größer_als kleiner_als könnte_besser`,
  bad: `abgelehnt abgestürzt absturz ärger ausrede beschädig defekt dreckig enttäusch ewig* falsch fehlerhaft frust gebrochen
    gerissen geworfen hässlich kaputt loch mangelhaft nerv* riecht schlecht schlimm schmutzig stink stürzt unbequem unbrauchbar
    unfreundlich unmöglich unzufrieden unzuverlässig verärger vergessen verloren zerbroch zerriss nichts_mit nichts_zu_tun`,
  awful: `betrug ekel* eklig frech furchtbar hasse inakzeptabel miserabel miserable mist müll nutzlos scheiß schlechteste
    schrecklich schrott wertlos nie_wieder`,
  trouble: 'ärger bereu beschwer fehler mängel nachteil schwierigkeit sorgen',
  due: `angekommen ankam antwort bekommen entspricht erhalten erreichbar erstattet geantwortet geht geliefert gemeldet ging
    hält hilft kam kommt lädt läuft meldet reagier verarbeitet verschickt`,
  measure: `breit dick dünn eng enge* groß große hell hoch klein kompliziert kurz kurze lang lange langsam laut leicht schmal
    schwer spät teuer wenig`,
  too: 'zu',
  plain: 'akzeptabel* durchschnitt* mittelmäßig* naja geht_so guten_tag nicht_nur weder_gut_noch_schlecht',
  not: 'kaum kein keine keinem keinen keiner keinerlei nich nicht nichts nie niemand niemandem niemanden ohne weder',
  very: 'absolut besonders echt extrem ganz komplett mega richtig sehr so super total überaus völlig wirklich',
  bit: 'bisschen etwas fast recht relativ teilweise wenig',
  but: 'aber allerdings außer dafür dagegen dennoch doch jedoch leider nur obwohl sondern trotzdem',
  trailing: 'nicht nich',
}
