import '../design/base.css'
import '../design/components.css'
import '../design/forms.css'
import '../task/task.css'
import './phone.css'
import { start } from '../components/App.tsx'
import { SignedIn } from '../signIn/SignedIn.tsx'
import { Phone } from './Phone.tsx'

start('/phone', <SignedIn entry="/phone/">{(session) => <Phone session={session} />}</SignedIn>)
