/** Comments written for this project, judged by hand: p positive, n negative, u neutral, m mixed. */
export const nl = `
p Geweldige schoenen, ze passen perfect.
p Supersnelle levering, bedankt!
p Helemaal niet slecht, ik bestel zeker weer.
p Geen enkel probleem, alles verliep soepel.
p Bestellen was makkelijk en snel.
p Niets op aan te merken, goede prijs-kwaliteitverhouding.
p Jullie klantenservice heeft mijn retour binnen een paar minuten geregeld, top.
p Mijn dochter is dol op de jurk.
p Beste webshop die ik in jaren heb gebruikt
p Ik ben heel blij met de jas
p Een dag eerder bezorgd en goed verpakt.
p Precies wat ik zocht 👍
p Prachtige stof, lekker zacht. Aanrader!
p Heel tevreden over de kwaliteit
p Vlotte afhandeling en vriendelijk personeel
n Het pakket kwam twee weken te laat en niemand reageerde op mijn mails.
n Rits na drie dagen kapot.
n Het is zijn geld niet waard.
n Veel te klein, moest ik terugsturen.
n Werkt niet.
n Ik was helemaal niet tevreden over de service
n Vreselijke ervaring, nooit meer!
n De kleur lijkt in niets op de foto. Teleurgesteld.
n Jullie site loopt altijd vast bij het betalen.
n Wacht al een maand op mijn geld terug...
n De bezorger gooide de doos over het hek en de vaas was stuk.
n Slecht afgewerkt, goedkoop materiaal
n Ik kan deze winkel niemand aanraden.
n Mijn bestelling is nooit aangekomen.
n De verzendkosten zijn belachelijk 😡
n Het stinkt en de stof kriebelt.
u Ik heb maandag twee overhemden en een riem besteld.
u Het is oké.
u Gemiddeld, niet goed en niet slecht.
u Het was een cadeau voor mijn broer.
u Hebben jullie dit ook in het blauw?
u Het pakket is afgegeven bij de buren op nummer 12.
u Ik ben klant sinds 2019.
u Het is een jas met twee zakken.
m Mooie schoenen, maar de levering duurde eindeloos.
m De kwaliteit is uitstekend, alleen valt de maat veel te klein uit.
m Kleur fantastisch, pasvorm verschrikkelijk.
m Goede prijzen, maar de klantenservice is waardeloos.
m Prachtige jurk. Helaas zat er een vlek op.
m Aardig personeel, maar de website is een ramp.
m Op tijd geleverd, maar een van de glazen was gebroken
`
