import type { Phrases } from './comments.ts'

export const dutch: Phrases = {
  nps: {
    high: [
      '{De trui|Het linnen overhemd|De plaid} is {nog mooier dan op de foto|heerlijk zacht|precies goed}',
      '{Snel bezorgd|De volgende dag al in huis} en {mooi ingepakt|zonder plastic}',
      'Al {twee|drie} keer besteld, {altijd tevreden|nooit een probleem}',
      'Ruilen was {zo geregeld|heel makkelijk}, {fijne mensen|snel antwoord}',
    ],
    middle: [
      '{Mooie spullen|Goede kwaliteit}, maar {de verzending is prijzig|graag meer maten}',
      'Bezorging {duurde iets langer|kwam een dag later}, {verder prima|geen ramp}',
    ],
    low: [
      'De {naad|zoom} liet {na één keer wassen|na een week} los',
      'Op mijn mail kreeg ik {geen antwoord|pas na tien dagen antwoord}',
    ],
    late: [
      'Pakket kwam {vijf|zes|negen} dagen te laat{ en niemand wist waar het was|}',
      'Met de nieuwe bezorger {gaat het steeds mis|duurt alles twee keer zo lang}',
    ],
  },
  csat: {
    high: [
      '{Maattabel|Maatadvies} klopt {precies|helemaal}',
      '{Warm|Zacht|Licht} en {kriebelt niet|valt mooi|precies mijn maat}',
      'Prachtige {kleur|stof}, {mooi afgewerkt|net als op de foto}',
    ],
    middle: ['Mijn maat is {helaas|weer} uitverkocht', '{Stof|Dikte} is {lastig te zien|niet goed te zien} op de foto'],
    low: ['Kleur is {heel anders|veel donkerder} dan op de foto'],
  },
  ces: {
    high: ['{Zo besteld|Binnen een minuut klaar}, {zonder account|heel fijn}'],
    middle: ['Moest mijn {adres|postcode} twee keer invullen'],
    low: ['{Kortingscode|Betaling} werkte {niet|pas bij de derde keer}'],
  },
  closers: {
    high: ['Dank jullie wel!', 'Tot de volgende keer 🙂', ''],
    middle: ['Verder goed.', ''],
    low: ['Jammer.', 'Graag oplossen.', ''],
  },
  short: {
    high: ['Helemaal top', 'Heel blij mee', 'Prima 👍'],
    middle: ['Gaat wel', 'Best oké'],
    low: ['Valt tegen', 'Helaas niet'],
  },
}
