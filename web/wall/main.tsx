import '../design/base.css'
import '../design/components.css'
import './wall.css'
import './parts.css'
import { start } from '../components/App.tsx'
import { Wall } from './Wall.tsx'

start('/wall', <Wall />)
