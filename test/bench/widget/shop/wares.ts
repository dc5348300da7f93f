/** What the benchmark's shop says. All of it is made up. */
export const fabrics = [
  ['sage', '#9aa98c'],
  ['oat', '#d9cdb8'],
  ['ink', '#2c3444'],
  ['clay', '#b5714f'],
  ['chalk', '#f3f1ec'],
] as const

export const sizes = [
  ['XS', '92 cm', '68 cm', '60 cm', '41 cm'],
  ['S', '98 cm', '70 cm', '61 cm', '43 cm'],
  ['M', '104 cm', '72 cm', '63 cm', '45 cm'],
  ['L', '111 cm', '74 cm', '64 cm', '47 cm'],
  ['XL', '118 cm', '76 cm', '66 cm', '49 cm'],
  ['XXL', '126 cm', '78 cm', '67 cm', '51 cm'],
] as const

export const story = [
  'The flax grows a morning’s walk from the mill and is pulled, not cut, so that the fibres keep their whole length. It lies in the dew for three weeks, is turned twice, and is scutched within sight of the field.',
  'We weave it on looms from 1974, slowly enough that the selvedge stays soft. The cloth then spends two hours in a tumbler with nothing but water and air: what would happen over ten washes has happened before you wear it.',
  'Seven people sew our shirts. Each sews a whole shirt, from the collar stand to the last button, and signs the label on the inside of the placket. The buttons are corozo, the thread is cotton, and nothing in it is plastic.',
  'Linen creases. We like that. If you do not, hang the shirt up wet and pull it straight by the hem: it will be flat by the evening. Wash it at forty degrees with whatever else is green.',
  'If a seam opens or a button goes, send the shirt back whenever that is. We mend it without asking how it happened, and most parcels are on their way home within a week.',
] as const

export const opinions = [
  [
    5,
    'My third one',
    'I bought the first in oat four years ago and it is only getting better. Sleeves are long enough for once.',
    'Ines',
    '2026-09-28',
  ],
  [
    4,
    'Lovely cloth, large cut',
    'Soft from the first day. I am between sizes and should have taken the smaller one; the exchange was quick.',
    'Tomasz',
    '2026-09-21',
  ],
  [
    5,
    'Mended without a word',
    'Tore the cuff on a gate. It came back with a repair I had to look for, and a note from the person who sewed it.',
    'Hannah',
    '2026-09-14',
  ],
  [
    3,
    'Good shirt, slow parcel',
    'Nothing to say against the shirt. The parcel took six days and the tracking page said “soon” for five of them.',
    'Joris',
    '2026-09-09',
  ],
  [
    5,
    'Wore it to a wedding',
    'Ironed it in the morning, creased by noon, and still got asked where it was from by three people.',
    'Amélie',
    '2026-08-30',
  ],
  [
    4,
    'Colour a shade cooler',
    'Sage looks a little more grey than in the picture, which I happen to prefer. Buttons feel wonderful.',
    'Sven',
    '2026-08-22',
  ],
  [
    5,
    'Summer uniform',
    'I own four linen shirts from other places and wear this one. It dries on the balcony in an hour.',
    'Lucía',
    '2026-08-11',
  ],
  [
    2,
    'Collar too soft for me',
    'I had hoped for a collar that stands under a jacket. It does not, and to be fair nobody said that it would.',
    'Peter',
    '2026-08-02',
  ],
  [
    5,
    'Fits tall people',
    'One metre ninety-six, size L, sleeves reach my wrists. I had stopped believing in that.',
    'Mattias',
    '2026-07-26',
  ],
  [
    4,
    'Honest product page',
    'The measurements are the measurements. More shops should try it. One star off for the price of express delivery.',
    'Noor',
    '2026-07-19',
  ],
  [
    5,
    'A present that was kept',
    'Bought for my father, who returns everything. He has worn it every Sunday since.',
    'Clara',
    '2026-07-07',
  ],
  [
    3,
    'Shrank a little',
    'Perhaps one centimetre in the sleeves after the first wash. Still fine, but I would size up next time.',
    'Dmitri',
    '2026-06-29',
  ],
  [5, 'Thick enough', 'Not see-through, even in chalk. The seams inside are as tidy as outside.', 'Aoife', '2026-06-18'],
  [
    4,
    'Would like a pocket',
    'Everything else is right. There is a version with a pocket in the picture on the label, so why not in the shop?',
    'Bram',
    '2026-06-05',
  ],
] as const

export const others = [
  ['Pleated linen trousers', 11900, '#c9bfae'],
  ['Merino crew neck', 9800, '#5f6f6a'],
  ['Canvas belt', 3400, '#8a6b4f'],
  ['Wool socks, three pairs', 2700, '#3f4a5c'],
  ['Overshirt in moleskin', 14900, '#6d5a45'],
  ['Cotton tee, heavy', 3900, '#e3ded4'],
  ['Straw hat', 5600, '#d8bf86'],
  ['Linen scarf', 4200, '#a7b3a0'],
  ['Rain cape', 17900, '#7d8a86'],
  ['Leather apron', 12900, '#6b4a35'],
  ['Wool blanket', 15900, '#b9a58f'],
  ['Pillow case, two', 4900, '#e8e4da'],
  ['Canvas tote', 2900, '#cfc3a8'],
  ['Felt slippers', 6900, '#8b8f94'],
  ['Darning kit', 1900, '#b04a3a'],
  ['Flannel pyjamas', 9900, '#4f5f74'],
] as const

export const questions = [
  [
    'Which size should I take?',
    'Measure a shirt you like, flat and buttoned, from armpit to armpit, and double it. Our chest figures are taken the same way, so no conversion is needed.',
  ],
  [
    'Does it shrink?',
    'By up to one per cent, since it was washed before it was cut. A tumble dryer takes another per cent and gives nothing in return.',
  ],
  [
    'Can I have it without the label?',
    'Yes. Write a line with the order. We will unpick it by hand, which takes a minute and leaves no trace.',
  ],
  [
    'How long does a repair take?',
    'A week in winter, two in September, when everybody comes back from the garden. You get a message when it arrives and when it leaves.',
  ],
  [
    'Do you take old shirts back?',
    'Ours and other people’s, if they are linen. What can be mended goes to a shop in town, the rest is pulled apart and spun again.',
  ],
  [
    'Is the dye fast?',
    'All but ink, which gives off a little blue in its first two washes. It says so on the bag the shirt comes in.',
  ],
  [
    'Where is my parcel?',
    'The link in our message knows. If it says nothing new for three days, so do we: write to us and we send a second one.',
  ],
  [
    'Can I visit the mill?',
    'On the first Friday of a month, at ten and at two. It is loud and the floor is uneven; there is soup afterwards.',
  ],
] as const
