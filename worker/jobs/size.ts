import { levelOf, limitOf } from '../domain/database-size.ts'
import type { Env } from '../env.ts'
import { logError } from '../log.ts'
import { mailOf } from '../mail/letter.ts'
import { databaseSizeLetter } from '../mail/letters.ts'
import { isAddress } from '../mail/mail.ts'
import { mailerOf } from '../mail/mailer.ts'
import { measureSize, writeSize } from '../store/database-size.ts'
import type { Db } from '../store/db.ts'

const minute = 60_000

/** Measured at this minute of each hour: a database doesn't fill in less. */
const ofHour = 23

export const isSizeDue = async (_: Db, now: number) => Math.floor(now / minute) % 60 === ofHour

/**
 * Measures the database and says once, in the log and by mail to whoever runs the installation, when it has come to 70, 85 or 95 % of what it
 * may hold. Said before it is noted: a run that is cut off between says it twice rather than never.
 */
export async function watchSize(env: Env, db: Db, now: number): Promise<void> {
  const limit = limitOf(env.D1_PLAN ?? 'paid')
  const { bytes, alarmed: was } = await measureSize(db)
  const alarmed = levelOf(bytes, limit, was)
  if (alarmed > was) {
    const error = `${bytes} bytes of ${limit}: ${alarmed} %`
    logError('the database is filling up', { error })
    const to = env.ALARM_MAIL ?? ''
    if (isAddress(to)) {
      const sent = await mailerOf(env)?.send({
        ...mailOf(databaseSizeLetter({ bytes, limit, alarmed }), to),
        id: `size-${alarmed}-${now}`,
      })
      if (sent && !sent.ok) logError('an alarm was not mailed', { error: sent.error })
    }
  }
  await writeSize(db, { bytes, limit, alarmed }, now)
}
