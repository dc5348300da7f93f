import { type Glyphs, isDigit } from './glyphs.ts'
import type { Run } from './numbers.ts'

/** What the words around a number say it is; '' where they say nothing. `label` stands right before it or is said right after it. */
export type Context = { word: 'phone' | 'other' | ''; isLabelled: boolean; isAmount: boolean }

/** How far words are looked at, in glyphs. */
const wordsBefore = 48
const wordsAfter = 32

/** Beginnings of words, in the languages of most shops; whole words where a beginning would fit others. */
const phoneWords =
  'phone|t[eé]l(?![a-z])|t[eé]l[eé][fmp]h?[oó]|tlf|mob(?![a-z])|m[oó][bv]i[el]|cell?(?![a-z])|cellphone|cellul|celular|handy|whats|sms|fax|dial|call|ring (me|us|mig)|(text|reach|contact|message) (me|us)|[ck]onta[ck]t(?![a-z])|anruf|angeruf|ruf|r[uü]ckruf|zurückruf|erreich|festnetz|portable|r?appel|joindre|joignable|ll[aá]m|chiam|bel(?![a-z])|bellen|gsm|lig(ue|ar|a)(?![a-z])|zap|kom[oó]rk|zadzwo|dzwo|volejte|тел|звон|моб|τηλ|κιν|(?:ال)?(?:هاتف|جوال|موبايل)|اتصل|טלפון|נייד|फोन|फ़ोन|मोबाइल|my number|meine nummer|mon num|mi n[uú]m|mio num|meu n[uú]m|mijn nummer|m[oó]j numer|mitt nummer'
const phoneSigns = '電話|携帯|电话|手机|手機|連絡先|전화|연락처|핸드폰|휴대폰|โทร|เบอร์|☎|📞|📱|📲'
const otherWords =
  'ord(er|in)|r[eé]f(?![a-z])|r[eé]fer|bestel|auftrag|beleg|rechnung|kunden?|arti?(?![a-z])|art[ií][ck]|sendung|pa[ck]k[aeé]|paquet|pacz|przesy|track|ticket|case(?![a-z])|invoice|receipt|kvitto|sku|ean|gtin|upc|isbn|barcode|item|prod[uo]|customer|account|konto|member|mitglied|seri[ae]|imei|model|comman|fa[ck]?tt?u+r|colis|suivi|client|pedido|env[ií]o|seguim|spediz|klant|encomend|zam[oó]wi|beställ|заказ|(?:ال)?طلب|ऑर्डर|parcel|shipment|voucher|coupon|gutschein|code(?![a-z])|transa|payment|booking|reserv|confirm|vat(?![a-z])|ust|steuer|tax|nif(?![a-z])|siret|plz|zip(?![a-z])|lot(?![a-z])|batch|charge|pin(?![a-z])|id(?![a-z])|#'
const otherSigns = '注文|追跡|订单|訂單|快递|주문|운송장|คำสั่งซื้อ'

const words = (list: string, signs: string) => new RegExp(`(?<![\\p{L}\\p{M}])(?:${list})|${signs}`, 'giu')
const phone = words(phoneWords, phoneSigns)
const other = words(otherWords, otherSigns)
/** Between a label and its number there is nothing else: "order number is", "Bestell-Nr.:", "commande n°". */
const labelEnd =
  /^[\p{L}\p{M}]*(:\n?|[^\S\n]|[.#()°º=/"'’-]|(?<![\p{L}\p{M}])(n|nr|no|num|number|nummer|numer|numéro|numero|número|with|the|my|is|was|ist|war|lautet|mit|der|die|meine|est|le|la|es|el|è|é|o|är|jest|van|de|do|di|da|num[eé]r|id|code)(?![\p{L}\p{M}]))*$/iu
const labelAfter = new RegExp(
  `^[\\s(,-]*((is|was|ist|war|est|es|è|é|jest|är|=|as|als|the|my|our|die|der|das|meine?|ma|mi|la|le|il|o|a|el|de) ){0,3}(?:${otherWords})`,
  'iu',
)
const currency = '€|\\$|£|¥|₹|₽|zł|円|元|원'
const unit = `${currency}|%|(eur|usd|gbp|chf|pln|sek|nok|dkk|inr|brl|aud|cad|jpy|euros?|dollars?|pounds?|rupees?|reais|yen|kr|kč|ft|rs|pts|points?|punkte|pcs|pieces|stück|st|x|km|cm|mm|m|kg|g|mg|ml|l|px|mah|gb|mb|lumen|views|followers|steps)(?![\\p{L}\\p{M}])`
const amountAfter = new RegExp(`^\\s?(${unit})`, 'iu')
const amountBefore = new RegExp(
  `(${currency}|(?<![\\p{L}])(eur|usd|gbp|chf|inr|rs\\.?|pln|sek|nok|dkk|kr\\.?|aud|cad)\\s?)\\s?$`,
  'iu',
)

/** What the words around a run say of it. Neither digits nor what was taken is looked past. */
export function contextOf(glyphs: Glyphs, { groups, start, plus, walls }: Run): Context {
  const from = plus ?? groups[start]?.from ?? 0
  const to = groups.at(-1)?.to ?? from
  const before = textBefore(glyphs, from, walls[0])
  const after = textAfter(glyphs, to, walls[1])
  const [lastPhone, lastOther] = [lastMatch(before, phone), lastMatch(before, other)]
  const isLabel = lastOther !== undefined && (lastPhone?.at ?? -1) < lastOther.at && labelEnd.test(before.slice(lastOther.end))
  const isLabelled = isLabel || labelAfter.test(after)
  const isAmount = amountAfter.test(after) || amountBefore.test(before)
  if (isLabelled) return { word: 'other', isLabelled, isAmount }
  if (lastPhone || lastOther)
    return { word: (lastPhone?.at ?? -1) > (lastOther?.at ?? -1) ? 'phone' : 'other', isLabelled, isAmount }
  return { word: lastMatch(after, phone) ? 'phone' : '', isLabelled, isAmount }
}

function textBefore(glyphs: Glyphs, from: number, wall: number): string {
  let i = from
  while (i > wall && from - i < wordsBefore && !isBarrier(glyphs.at(i - 1))) i--
  let text = ''
  for (; i < from; i++) text += glyphs.at(i)
  return text
}

/** To the end of the sentence. */
function textAfter(glyphs: Glyphs, to: number, wall: number): string {
  let text = ''
  for (let i = to; i < wall && text.length < wordsAfter; i++) {
    const glyph = glyphs.at(i)
    if (isBarrier(glyph) || '.!?;\n'.includes(glyph)) break
    text += glyph
  }
  return text
}

/** A number, an address, or a mark that stands where one was: what lies beyond is that one's. */
const isBarrier = (glyph: string) => isDigit(glyph) || glyph === '@' || glyph === '[' || glyph === ']'

function lastMatch(text: string, pattern: RegExp): { at: number; end: number } | undefined {
  const last = [...text.matchAll(pattern)].at(-1)
  return last && { at: last.index, end: last.index + last[0].length }
}
