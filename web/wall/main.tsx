import '../design/base.css'
import '../design/components.css'
import { start } from '../components/App.tsx'
import { Notice } from '../components/Notice.tsx'

start('/wall', <Notice icon="home" title="绿色院落" />)
