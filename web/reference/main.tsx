import '../design/base.css'
import '../design/components.css'
import '../design/forms.css'
import './reference.css'
import { start } from '../components/App.tsx'
import { Reference } from './Reference.tsx'

start('/reference', <Reference />)
