import '../design/base.css'
import '../design/components.css'
import './home.css'
import { start } from '../components/App.tsx'
import { Home } from './Home.tsx'

start('/', <Home />)
