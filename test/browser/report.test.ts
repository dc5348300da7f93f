import { answers } from './report/answers.ts'
import { clicks } from './report/clicks.ts'
import { course } from './report/course.ts'
import { figures } from './report/figures.ts'
import { useReader } from './report/ground.ts'
import { keys } from './report/keys.ts'
import { live } from './report/live.ts'
import { manners } from './report/manners.ts'
import { notes } from './report/notes.ts'
import { orders } from './report/orders.ts'
import { search } from './report/search.ts'
import { shared } from './report/shared.ts'
import { talk } from './report/talk.ts'
import { views } from './report/views.ts'

// One file, since each costs a start of the demo; the cases stand by topic in report/.
const reader = useReader()

clicks(reader)
answers(reader)
keys(reader)
course(reader)
figures(reader)
orders(reader)
search(reader)
talk(reader)
manners(reader)
notes(reader)
shared(reader)
live(reader)
views(reader)
