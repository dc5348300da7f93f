import type { Definition } from '../../contract/survey.ts'
import type { Ending } from '../../contract/thanks.ts'
import { isWebLink } from '../link.ts'
import type { Fault } from './fault.ts'
import { categoryFaults } from './questions.ts'

/** The end leads to pages of the web and nowhere else, by categories this metric has. */
export function endingFaults({ metric, thanks }: Definition): Fault[] {
  return [
    ...addressFault(thanks.review?.url, '/thanks/review/url'),
    ...addressFaults(thanks, '/thanks'),
    ...categoryFaults(thanks.by, metric, '/thanks/by'),
    ...Object.entries(thanks.by ?? {}).flatMap(([category, ending]) => addressFaults(ending, `/thanks/by/${category}`)),
  ]
}

function addressFaults({ link, redirect }: Ending, pointer: string): Fault[] {
  return [...addressFault(link?.url, `${pointer}/link/url`), ...addressFault(redirect, `${pointer}/redirect`)]
}

function addressFault(url: string | undefined, pointer: string): Fault[] {
  return url === undefined || isWebLink(url) ? [] : [{ pointer, detail: 'an address such as https://shop.example/page' }]
}
