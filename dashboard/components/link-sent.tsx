import { type ComponentChildren, Fragment } from 'preact'

/** Whether Earshot runs on this machine, where links are printed; in production nothing is. */
const here = /^(localhost|127\.0\.0\.1|\[::1])$/.test(location.hostname)

interface Props {
  email: string
  /** Whether links are mailed. */
  mails: boolean
  /** Whether it is known that the account is there; otherwise the words don't tell. */
  isKnown?: boolean
  children?: ComponentChildren
}

/** That a sign-in link is on its way, or how one is come by where no mail is sent. */
export function LinkSent({ email, mails, isKnown = false, children }: Props) {
  return (
    <div class="notice" role="status">
      <p>
        {isKnown ? (
          <>
            {mails ? 'A link is on its way to ' : 'A link was made for '}
            <strong>{email}</strong>
          </>
        ) : (
          <>
            If <strong>{email}</strong> has an account, {mails ? 'a link is on its way there' : 'a link was made'}
          </>
        )}
        . It works once, within 15 minutes.
      </p>
      {mails ? (
        here && <p class="small soft">On this machine a mail is a file; the terminal Earshot runs in says where.</p>
      ) : (
        <LinkByCommand email={email} />
      )}
      {children}
    </div>
  )
}

function LinkByCommand({ email }: { email: string }) {
  const command = [
    'npm run admin --',
    'login-link',
    `--email=${email}`,
    ...(here ? [] : ['--remote', `--host=${location.origin}`]),
  ]
  return (
    <>
      <p class="small soft">
        {here ? 'It is printed in the terminal Earshot runs in. Another one is made with' : 'Whoever runs Earshot gets one with'}
      </p>
      <p>
        <code>
          {command.map((word) => (
            <Fragment key={word}>
              <span>{word}</span>{' '}
            </Fragment>
          ))}
        </code>
      </p>
    </>
  )
}
