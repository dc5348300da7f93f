import { expect, it } from 'vitest'
import { fold } from '../../../worker/domain/words/fold.ts'
import type { Language } from '../../../worker/domain/words/language.ts'
import { stem } from '../../../worker/domain/words/stem.ts'

/** Forms of one word, a group for each; groups parted by `|`. */
const forms: Partial<Record<Language, string>> = {
  en: 'fit fits fitted fitting|size sizes sized sizing|delivery deliveries|return returned returning',
  de: 'Lieferung Lieferungen|Paket Pakete Paketen|gut gute gutes guter|kaputt kaputte',
  fr: 'livré livrée livrés livrees|chaussure chaussures|mauvais mauvaise|remboursé remboursement',
  es: 'llegó llegaron llega|zapato zapatos|rápido rapidas rápidamente',
  nl: 'schoen schoenen|maat maten|prijs prijzen|bestelde besteld bestellen',
  it: 'pacco pacchi|arrivato arrivata arrivano|taglia taglie',
  pt: 'entrega entregas entregaram|devolução devoluções|sapato sapatos',
  sv: 'leverans leveransen leveranser|storlek storleken storlekar',
  da: 'levering leveringen leveringer|pakke pakken pakker',
  nb: 'levering leveringen leveringer|pakke pakken pakker',
  fi: 'kenkä kenkää|tuote tuotetta|laatu laatua',
  hu: 'termék terméket|csomag csomagot csomagban',
  ro: 'produs produsul produse|livrare livrarea',
  tr: 'ürün ürünler|kargo kargoyu|fiyat fiyatlar fiyatı',
  id: 'barang barangnya|harga harganya',
  ga: 'bróg bróga',
  lt: 'batas batai batų|kokybė kokybės',
  ru: 'доставка доставки доставку доставкой|товар товара товары',
  uk: 'доставка доставки доставку|товар товари товару',
  bg: 'доставка доставката|обувка обувки обувките',
  sr: 'isporuka isporuke isporuku|ципеле ципела',
  el: 'παράδοση παράδοσης|παπούτσι παπούτσια',
  hy: 'կոշիկ կոշիկներ',
  ar: 'توصيل التوصيل|منتج المنتج المنتجات',
  hi: 'जूता जूते जूतों',
  ne: 'जुत्ता जुत्ताको',
  ta: 'காலணி காலணிகள்',
  ko: '배송 배송이 배송은',
  pl: 'dostawa dostawy dostawę|but buty butów',
  cs: 'zásilka zásilky zásilku|bota boty',
}

const cases = Object.entries(forms).flatMap(([language, groups]) =>
  groups.split('|').map((group) => ({ language: language as Language, group })),
)

it.each(cases)('in $language "$group" are one word', ({ language, group }) => {
  expect(new Set(group.split(' ').map((word) => stem(fold(word), language))).size).toBe(1)
})

it.each<[Language, string]>([
  ['en', 'site sit'],
  ['en', 'note not'],
  ['en', 'care car'],
  ['en', 'tights tight'],
  ['en', 'shorts short'],
  ['de', 'warten war'],
  ['nl', 'groen gro'],
])('in %s "%s" are two', (language, words) => {
  expect(new Set(words.split(' ').map((word) => stem(fold(word), language))).size).toBe(2)
})

it('leaves alone what is too long for a word', () => {
  expect(stem('s'.repeat(41), 'en')).toBe('s'.repeat(41))
  expect(stem('s'.repeat(40), 'en')).not.toBe('s'.repeat(40))
})
