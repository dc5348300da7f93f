/** A survey's screen before its first numbers: the places where they will stand, and only if they take a moment. */
export function Bones() {
  return (
    <div class="lead late" role="status" aria-label="Loading">
      <div>
        <div class="bone" style={{ height: '72px', width: '70%' }} />
        <div class="bone" style={{ height: '14px', marginTop: '24px' }} />
        <div class="bone" style={{ height: '60px', marginTop: '24px' }} />
      </div>
      <div class="bone" style={{ height: '420px' }} />
    </div>
  )
}
