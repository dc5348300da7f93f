// Loaded into wrangler before itself: whoever started it may be killed too hard to stop it, and a server left behind would hold
// its port and its database.
import process from 'node:process'

const patienceMs = 5_000

process.on('disconnect', () => {
  // Its own SIGTERM must not end this process before the rest of the group has ended.
  process.on('SIGTERM', () => {})
  endGroup('SIGTERM')
  setTimeout(() => endGroup('SIGKILL'), patienceMs)
})
// Listening alone must not keep the process alive.
process.channel?.unref()

/** @param {NodeJS.Signals} signal */
function endGroup(signal) {
  try {
    process.kill(0, signal)
  } catch {
    // Already gone.
  }
}
