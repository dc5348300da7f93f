import process from 'node:process'
import { type Became, fullCounts, stuffBallots } from '../support/stuffing.ts'
import { table } from './support/table.ts'

const line = ({ sent, counted, setAside, refused }: Became) =>
  `${sent} sent: ${counted} counted, ${setAside} set aside (${((100 * setAside) / sent).toFixed(2)} %), ${refused} refused`

/** `bench -- abuse [SEED]`: what becomes of forged answers, and of honest ones that look alike. */
export async function abuse([seed = '20261123']: string[]): Promise<void> {
  const { address, devices, drip, dripped, honest, shared, kiosk, twenty, tokens, buyers } = await stuffBallots(
    fullCounts,
    Number(seed),
  )
  const moved = (by: number) => `, the score of 2,000 moved ${by.toFixed(2)} points`
  process.stdout.write(
    table([
      ['seed', seed],
      ['0-scores from one address', line(address) + moved(address.moved)],
      ['… and a new device each', line(devices) + moved(devices.moved)],
      [`0-scores from ${fullCounts.addresses} addresses`, line(drip)],
      ['honest answers between them', line(dripped)],
      ['honest answers', line(honest)],
      ['200 behind one address', line(shared)],
      ['200 at one kiosk', line(kiosk)],
      ['one shopper, 20 times', line(twenty)],
      ['where only signed orders count, forged ones', line(tokens)],
      ['and buyers between them', line(buyers)],
    ]),
  )
  const missed = [
    ...[address, devices].flatMap(({ moved, setAside, sent }) => [moved > 1, setAside < 0.99 * sent]),
    drip.setAside < 0.9 * drip.sent,
    ...[honest, dripped, shared, kiosk].map(({ refused }) => refused > 0),
    ...[shared, kiosk].map(({ counted }) => counted < 190),
    [honest.setAside > 0.01 * honest.sent, twenty.counted !== 1, tokens.counted > 0, buyers.setAside + buyers.refused > 0],
  ].flat()
  if (missed.includes(true)) process.exitCode = 1
}
