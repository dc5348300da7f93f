import type { Words } from '../words.ts'

/** What begins alike in the languages that are known, and judges alike. */
export const common: Partial<Record<keyof Words, string>> = {
  love: 'excel fantasti fabulos perfe top super genial sublim impec ador* magnifi extraordinar fenomen sensac sensat ideal splendid bravo',
  good: `elegan comfort confort professio profesional efficien effica eficien eficaz satisf recom delici positiv intuitiv competen simpa
    sympa prakti pratic wow yay`,
  mild: 'solid robust modern interes',
  poor: 'compliqu complica kompli confus',
  bad: 'frustr defect ignor incompet inkompet mediocr cancel crash bug bugs buggy error erron irrit ridicul insatisf decep',
  awful:
    'horri horror terribl terribil terriv catastro katastro disast desast fraud deplor detest odi* inutil scandal scam* rip-off',
  trouble: 'problem negativ reclam reklam',
  plain: 'ok okay neutr* normal',
}
