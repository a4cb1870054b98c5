import '../design/base.css'
import '../design/components.css'
import '../design/table.css'
import '../design/map.css'
import '../design/forms.css'
import '../design/figures.css'
import './desk.css'
import { start } from '../components/App.tsx'
import { SignedIn } from '../signIn/SignedIn.tsx'
import { Desk } from './Desk.tsx'
import { deskRoutes } from './routes.ts'

start(
	'/desk',
	<SignedIn entry="/desk/" routes={deskRoutes}>
		{(session) => <Desk session={session} />}
	</SignedIn>,
)
