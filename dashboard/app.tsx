import { useEffect } from 'preact/hooks'
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso'
import { Shell } from './components/shell.tsx'
import { Skeleton } from './components/skeleton.tsx'
import { Unreachable } from './components/unreachable.tsx'
import { loadMe, me, site } from './models/session.ts'
import { NotFound } from './pages/not-found.tsx'
import { Overview } from './pages/overview.tsx'

const Survey = lazy(() => import('./pages/survey.tsx').then((page) => page.Survey))
const Channels = lazy(() => import('./pages/channels.tsx').then((page) => page.Channels))
const Tests = lazy(() => import('./pages/tests.tsx').then((page) => page.Tests))
const Quarantine = lazy(() => import('./pages/quarantine.tsx').then((page) => page.Quarantine))
const NewSurvey = lazy(() => import('./pages/new-survey.tsx').then((page) => page.NewSurvey))
const EditSurvey = lazy(() => import('./pages/edit-survey.tsx').then((page) => page.EditSurvey))
const Compare = lazy(() => import('./pages/compare.tsx').then((page) => page.Compare))
const Settings = lazy(() => import('./pages/settings.tsx').then((page) => page.Settings))
const Install = lazy(() => import('./pages/install.tsx').then((page) => page.Install))
const Import = lazy(() => import('./pages/import.tsx').then((page) => page.Import))
const Tags = lazy(() => import('./pages/tags.tsx').then((page) => page.Tags))
const Tag = lazy(() => import('./pages/tag.tsx').then((page) => page.Tag))
const Inbox = lazy(() => import('./pages/inbox.tsx').then((page) => page.Inbox))
const InboxRules = lazy(() => import('./pages/inbox-rules.tsx').then((page) => page.InboxRules))
const ReplyTemplates = lazy(() => import('./pages/reply-templates.tsx').then((page) => page.ReplyTemplates))
const Customer = lazy(() => import('./pages/customer.tsx').then((page) => page.Customer))
const Responses = lazy(() => import('./pages/responses.tsx').then((page) => page.Responses))
const Team = lazy(() => import('./pages/team.tsx').then((page) => page.Team))
const Log = lazy(() => import('./pages/log.tsx').then((page) => page.Log))
const Webhooks = lazy(() => import('./pages/webhooks.tsx').then((page) => page.Webhooks))
const Webhook = lazy(() => import('./pages/webhook.tsx').then((page) => page.Webhook))
const Alerts = lazy(() => import('./pages/alerts.tsx').then((page) => page.Alerts))
const Alert = lazy(() => import('./pages/alert.tsx').then((page) => page.Alert))
const Digests = lazy(() => import('./pages/digests.tsx').then((page) => page.Digests))
const Digest = lazy(() => import('./pages/digest.tsx').then((page) => page.Digest))
const NewSite = lazy(() => import('./pages/new-site.tsx').then((page) => page.NewSite))
const Join = lazy(() => import('./pages/join.tsx').then((page) => page.Join))
const Shared = lazy(() => import('./pages/shared.tsx').then((page) => page.Shared))
const DeletedSite = lazy(() => import('./pages/deleted-site.tsx').then((page) => page.DeletedSite))
const SignIn = lazy(() => import('./pages/sign-in.tsx').then((page) => page.SignIn))

const ownPaths =
  /^\/($|\?|(surveys|compare|inbox|responses|customers|tags|alerts|digests|settings|install|import|sign-in)($|[/?]))/

/** Addresses of what a link opens, a shared report or an invitation; nobody is signed in there, nor asked to be. */
const openPaths = /^\/(shared\/|join$)/

/** The table of contents of the dashboard. */
export function App() {
  return openPaths.test(location.pathname) ? <OpenApp /> : <SignedInApp />
}

function OpenApp() {
  return (
    <LocationProvider scope={openPaths}>
      <ErrorBoundary>
        <Router>
          <Route path="/join" component={Join} />
          <Route path="/shared/:token" component={Shared} />
          <Route default component={Shared} />
        </Router>
      </ErrorBoundary>
    </LocationProvider>
  )
}

function SignedInApp() {
  useEffect(() => void loadMe(), [])
  return (
    // Links elsewhere (a sign-in link, the demo shop, the API's description) are the browser's business.
    <LocationProvider scope={ownPaths}>
      <ErrorBoundary>
        <Pages />
      </ErrorBoundary>
    </LocationProvider>
  )
}

/** An agent with a part of the site works in its inbox; whoever opens a view of all surveys looks at responses. */
function Home() {
  const { query } = useLocation()
  if (query.view) return <Responses />
  return site.value?.part ? <Inbox /> : <Overview />
}

function Pages() {
  const state = me.value
  if (state === 'loading') return <Skeleton />
  if (state === 'unreachable') return <Unreachable />
  if (state === 'signed-out') return <SignIn />
  if (site.value?.restorableUntil) return <DeletedSite site={site.value} />
  return (
    <Shell>
      {/* Keyed: nothing of one site is left on another site's screens, in forms neither. */}
      <Router key={site.value?.id}>
        <Route path="/" component={Home} />
        <Route path="/surveys/new" component={NewSurvey} />
        <Route path="/surveys/:id" component={Survey} />
        <Route path="/surveys/:id/channels" component={Channels} />
        <Route path="/surveys/:id/tests" component={Tests} />
        <Route path="/surveys/:id/quarantine" component={Quarantine} />
        <Route path="/surveys/:id/edit" component={EditSurvey} />
        <Route path="/compare" component={Compare} />
        <Route path="/inbox" component={Inbox} />
        <Route path="/inbox/rules" component={InboxRules} />
        <Route path="/inbox/templates" component={ReplyTemplates} />
        <Route path="/responses" component={Responses} />
        <Route path="/customers/:id" component={Customer} />
        <Route path="/tags" component={Tags} />
        <Route path="/tags/:id" component={Tag} />
        <Route path="/alerts" component={Alerts} />
        <Route path="/alerts/:id" component={Alert} />
        <Route path="/digests" component={Digests} />
        <Route path="/digests/:id" component={Digest} />
        <Route path="/settings" component={Settings} />
        <Route path="/install" component={Install} />
        <Route path="/settings/team" component={Team} />
        <Route path="/settings/log" component={Log} />
        <Route path="/settings/webhooks" component={Webhooks} />
        <Route path="/settings/webhooks/:id" component={Webhook} />
        <Route path="/settings/new-site" component={NewSite} />
        <Route path="/import" component={Import} />
        <Route path="/sign-in" component={Home} />
        <Route default component={NotFound} />
      </Router>
    </Shell>
  )
}
