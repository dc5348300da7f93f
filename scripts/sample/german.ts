import type { Phrases } from './comments.ts'

export const german: Phrases = {
  nps: {
    high: [
      '{Der Pullover|Das Leinenhemd|Die Decke} ist {noch schöner als auf den Bildern|jeden Cent wert|wunderbar weich}',
      '{Schnelle Lieferung|War am nächsten Tag da|Nach zwei Tagen geliefert}, {liebevoll verpackt|ganz ohne Plastik}',
      'Schon die {zweite|dritte|vierte} Bestellung und {immer zufrieden|nie enttäuscht}',
      '{Sehr netter|Schneller} Kontakt, {meine Frage war in einer Stunde beantwortet|der Umtausch ging völlig unkompliziert}',
      'Endlich {Kleidung, die hält|faire Mode ohne Getue}',
    ],
    middle: [
      '{Schöne Sachen|Gute Qualität}, aber {der Versand ist etwas teuer|ich hätte gern mehr Farben}',
      'Die {Ärmel sind etwas lang|Größen fallen groß aus}, {sonst gut|sonst passt alles}',
      'Lieferung {dauerte ein wenig|kam einen Tag später}, {Ware ist gut|kein Drama}',
    ],
    low: [
      '{Die Naht|Der Saum} ist {nach einer Wäsche|schon am zweiten Tag} aufgegangen',
      'Auf {meine E-Mail|zwei Nachfragen} kam {keine Antwort|erst nach zehn Tagen etwas}',
      'Die {Rückzahlung|Gutschrift} {lässt seit drei Wochen auf sich warten|musste ich zweimal anmahnen}',
    ],
    late: [
      'Paket kam {fünf|sechs|acht} Tage zu spät{ und die Verfolgung stand still|, ohne ein Wort|}',
      'Mit dem neuen Paketdienst {klappt nichts mehr|dauert es doppelt so lang}, {schade|bitte wechselt zurück}',
      'Angeblich {nicht zu Hause|Adresse unbekannt}, dabei {war ich den ganzen Tag da|steht alles auf der Klingel}',
    ],
  },
  csat: {
    high: [
      '{Maßtabelle|Größenberatung} {stimmt genau|hat sehr geholfen}',
      '{Tolle|Ehrliche} Fotos, {die Farbe ist wie gezeigt|man erkennt den Stoff gut}',
      '{Weich und warm|Leicht und luftig|Angenehm auf der Haut}, {kratzt gar nicht|sitzt perfekt|genau meine Größe}',
      'Das {Moosgrün|Tintenblau|Rostrot} ist {wunderschön|ein Traum|bei Tageslicht noch schöner}',
      '{Schöner|Guter} Schnitt, {sauber genäht|die Knöpfe sind ein Gedicht|fällt sehr schön}',
      '{Gut beschrieben|Alles gut erklärt}, {man weiß, was man bekommt|auch die Pflege}',
    ],
    middle: [
      'Die {Länge|Weite} ist schwer {einzuschätzen|zu erkennen}',
      'Mehr {Farben|Fotos am Menschen|Bewertungen} wären {schön|hilfreich}',
      'Meine Größe {ist leider ausverkauft|fehlt schon wieder}',
      'Man sieht {die Rückseite|die Stoffdicke} {kaum|nicht richtig}',
    ],
    low: [
      '{Farbe|Schnitt} {ganz anders als auf dem Foto|passt nicht zur Beschreibung}',
      'Seite {lädt ewig|springt beim Laden} {am Handy|}',
    ],
  },
  ces: {
    high: [
      '{Ging schnell|In einer Minute erledigt|Ganz einfach}, {auch ohne Konto|alles auf einer Seite|sogar am Handy}',
      '{Bezahlen|Der Gutschein} {klappte sofort|hat gleich funktioniert}',
    ],
    middle: ['{Adresse|Hausnummer} {musste ich zweimal eingeben|wurde erst nicht erkannt}'],
    low: [
      '{Gutschein|Zahlung} {wurde ohne Grund abgelehnt|ging dreimal nicht}',
      'Warenkorb war {plötzlich|nach dem Zurückgehen} leer',
    ],
  },
  closers: {
    high: ['Vielen Dank!', 'Gerne wieder.', 'Weiter so 🙂', 'Liebe Grüße!', ''],
    middle: ['Trotzdem danke.', 'Sonst alles gut.', ''],
    low: ['Schade.', 'Bitte ändern.', 'Ich bin enttäuscht.', ''],
  },
  short: {
    high: ['Einfach toll', 'Alles bestens 👍', 'Super', 'Rundum zufrieden', 'Sehr schön', 'Nichts auszusetzen'],
    middle: ['Ganz okay', 'Passt schon', 'Geht so'],
    low: ['Leider nein', 'Nicht gut', 'Hatte mehr erwartet'],
  },
}
