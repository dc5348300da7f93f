/** Comments written for this project, judged by hand: p positive, n negative, u neutral, m mixed. */
export const de = `
p Tolle Schuhe, passen perfekt und sehen super aus.
p Sehr schnelle Lieferung, vielen Dank!
p Gar nicht schlecht, würde ich wieder bestellen.
p Alles bestens, kein Problem mit der Rückgabe.
p Der Bestellvorgang war einfach und übersichtlich.
p Ich kann nichts Negatives sagen.
p Der Kundenservice hat mir sofort geholfen, wirklich nett.
p Meine Tochter liebt das Kleid.
p Bester Onlineshop seit Jahren
p Bin rundum zufrieden mit der Jacke
p Kam einen Tag früher als angekündigt und war gut verpackt.
p Genau das, was ich gesucht habe 👍
p Wunderschöner Stoff, angenehm weich. Gerne wieder!
p Preis-Leistung stimmt, klare Empfehlung.
p Gefällt mir ausgezeichnet
n Das Paket kam zwei Wochen zu spät und niemand hat auf meine Mails reagiert.
n Reißverschluss nach drei Tagen kaputt.
n Ist das Geld nicht wert.
n Viel zu klein, musste ich zurückschicken.
n Funktioniert leider nicht.
n Mit dem Service war ich überhaupt nicht zufrieden
n Schreckliche Erfahrung, nie wieder!
n Die Farbe hat mit dem Foto nichts zu tun. Enttäuschend.
n Eure Seite stürzt beim Bezahlen ständig ab.
n Warte seit einem Monat auf meine Erstattung...
n Der Fahrer hat den Karton über den Zaun geworfen, die Vase war zerbrochen.
n Schlecht verarbeitet, billiges Material
n Kann ich niemandem empfehlen.
n Meine Bestellung ist nie angekommen.
n Die Versandkosten sind eine Frechheit 😡
n Stinkt nach Chemie und kratzt auf der Haut.
u Ich habe am Montag zwei Hemden und einen Gürtel bestellt.
u Ist okay.
u Durchschnittlich, weder gut noch schlecht.
u War ein Geschenk für meinen Bruder.
u Gibt es das auch in Blau?
u Das Paket wurde beim Nachbarn in Nummer 12 abgegeben.
u Ich bin seit 2019 Kunde.
u Es ist eine Jacke mit zwei Taschen.
m Schöne Schuhe, aber die Lieferung hat ewig gedauert.
m Die Qualität ist hervorragend, allerdings fällt die Größe viel zu klein aus.
m Farbe toll, Passform furchtbar.
m Gute Preise, jedoch ist der Kundendienst eine Katastrophe.
m Wunderschönes Kleid. Leider hatte es einen Fleck.
m Nette Mitarbeiter, aber die Webseite ist total unübersichtlich.
m Pünktlich geliefert, doch ein Glas war zerbrochen
`
