import type { CaseCounts, CaseItem } from '../../worker/contract/case.ts'
import type { Status } from '../../worker/contract/response.ts'

/** Which cases are listed. */
export const views = ['mine', 'open', 'unowned', 'overdue', 'waiting', 'closed'] as const
export type View = (typeof views)[number]

export const viewNames: Record<View, string> = {
  mine: 'Mine',
  open: 'All open',
  unowned: 'Nobody’s',
  overdue: 'Overdue',
  waiting: 'Unanswered for 24 h',
  closed: 'Closed',
}

/** What an empty list says. */
export const emptyWords: Record<View, string> = {
  mine: 'Nothing is yours right now. Take a case from “All open” with the owner’s list, or press a.',
  open: 'Nothing needs anybody. Whatever the rules take comes here a minute after it was answered: unhappy customers, to begin with.',
  unowned: 'Every open case has an owner.',
  overdue: 'Nothing is overdue.',
  waiting: 'Nobody unhappy has waited for longer than a day.',
  closed: 'Nothing has been closed yet.',
}

const queries: Record<View, string> = {
  mine: 'owner=me',
  open: '',
  unowned: 'owner=none',
  overdue: 'overdue=1',
  waiting: 'waiting=1',
  closed: 'status=closed',
}

export const casesPath = (view: View, survey: string) =>
  `/api/v1/cases?${queries[view]}${survey ? `&survey=${encodeURIComponent(survey)}` : ''}`

/** The address of a screen. */
export const inboxPath = (view: View, survey: string) =>
  `/inbox?view=${view}${survey ? `&survey=${encodeURIComponent(survey)}` : ''}`

/** What the address says; all open ones where it says nothing. */
export function readView(search: string): { view: View; survey: string } {
  const params = new URLSearchParams(search)
  return { view: views.find((one) => one === params.get('view')) ?? 'open', survey: params.get('survey') ?? '' }
}

/** How many cases a view lists; closed ones aren't counted. */
export function countOf(counts: CaseCounts, view: View): number | null {
  if (view === 'closed') return null
  return view === 'open' ? counts.new + counts.inProgress : counts[view]
}

export const statusNames: Record<Status, string> = {
  new: 'New',
  'in-progress': 'In progress',
  resolved: 'Resolved',
  'wont-fix': 'Won’t fix',
}
export const statuses: readonly Status[] = ['new', 'in-progress', 'resolved', 'wont-fix']

export const isClosed = ({ status }: Pick<CaseItem, 'status'>) => status === 'resolved' || status === 'wont-fix'

const units = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
] as const

/** A length of time in its largest unit: "3 h", "2 d", "under a minute". */
export function lasting(ms: number): string {
  // Two days and more in days: "38 h" says more than "2 d".
  const unit = units.find(([size, name]) => ms >= (name === 'd' ? 2 * size : size))
  return unit ? `${Math.round(ms / unit[0])} ${unit[1]}` : 'under a minute'
}

/** "due in 3 h", "2 d overdue"; nothing where it isn't due, or closed. */
export function dueWords(item: CaseItem, now = Date.now()): { words: string; late: boolean } | null {
  const { dueAt } = item.case
  if (dueAt === null || isClosed(item)) return null
  const left = Date.parse(dueAt) - now
  return left < 0 ? { words: `${lasting(-left)} overdue`, late: true } : { words: `due in ${lasting(left)}`, late: false }
}

/** A moment as a field for date and time takes it, where the browser is. */
export function localTime(iso: string | null): string {
  if (iso === null) return ''
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
