import { useWidgetPage } from '../support/widget-page.ts'
import { judges } from './accessibility/judges.ts'
import { keys } from './accessibility/keys.ts'
import { looks } from './accessibility/looks.ts'
import { measures } from './accessibility/measures.ts'
import { names } from './accessibility/names.ts'

// One file, since each costs a build and a start of Chromium; the cases stand by topic in accessibility/.
const shopper = useWidgetPage()

judges(shopper)
names(shopper)
keys(shopper)
measures(shopper)
looks(shopper)
