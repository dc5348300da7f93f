import { number } from '../../wording.ts'

/** Who a share of the visitors is: "1 in 10 visitors", "12.5 % of visitors", "everybody". */
export function shareInWords(sample: number): string {
  if (sample >= 100) return 'everybody'
  const one = 100 / sample
  const isWhole = Math.abs(one - Math.round(one)) < 1e-6
  return isWhole ? `1 in ${number(Math.round(one))} visitors` : `${percentText(sample)} % of visitors`
}

const percentText = (sample: number) => String(Number(sample.toFixed(2)))
