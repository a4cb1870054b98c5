import '../design/base.css'
import '../design/components.css'
import '../design/table.css'
import '../design/map.css'
import '../design/forms.css'
import '../design/figures.css'
import './gallery.css'
import { start } from '../components/App.tsx'
import { Gallery } from './Gallery.tsx'

start('/gallery', <Gallery />)
