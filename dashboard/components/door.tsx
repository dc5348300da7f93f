import type { ComponentChildren } from 'preact'

/** The frame of the screens before one is signed in. */
export function Door({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="door">
      <main>
        <a class="brand" href="/">
          <img src="/favicon.svg" alt="" />
          <span>Earshot</span>
        </a>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}
