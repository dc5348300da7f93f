import { useReader } from './report/ground.ts'
import { feed } from './tags/feed.ts'
import { pages } from './tags/pages.ts'
import { picker } from './tags/picker.ts'

// One file, since each costs a start of the demo; the cases stand by topic in tags/.
const reader = useReader()

picker(reader)
feed(reader)
pages(reader)
