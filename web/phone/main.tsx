import '../design/base.css'
import '../design/components.css'
import '../design/forms.css'
import '../task/task.css'
import './phone.css'
import { start } from '../components/App.tsx'
import { SignedIn } from '../signIn/SignedIn.tsx'
import { Phone } from './Phone.tsx'
import { phoneRoutes } from './routes.ts'

start(
	'/phone',
	<SignedIn entry="/phone/" routes={phoneRoutes} first={['/api/courtyards']}>
		{(session) => <Phone session={session} />}
	</SignedIn>,
)
