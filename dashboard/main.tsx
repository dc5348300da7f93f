import { render } from 'preact'
import { App } from './app.tsx'
import { goOnAsNewer } from './models/newer-version.ts'
import './styles/index.css'

goOnAsNewer()
const root = document.getElementById('app')
if (root) render(<App />, root)
