import '../design/base.css'
import '../design/components.css'
import '../design/table.css'
import '../design/map.css'
import { start } from '../components/App.tsx'
import { Gallery } from './Gallery.tsx'

start('/gallery', <Gallery />)
