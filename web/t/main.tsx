import '../design/base.css'
import '../design/components.css'
import '../design/forms.css'
import '../design/figures.css'
import '../phone/phone.css'
import '../task/task.css'
import { start } from '../components/App.tsx'
import { LinkPage } from './LinkPage.tsx'
import { takeToken } from './linkToken.ts'

const token = takeToken({
	hash: location.hash,
	session: () => sessionStorage,
	hideHash: () => history.replaceState(null, '', location.pathname + location.search),
})
// Another link opened in the same window changes only what is behind the #.
addEventListener('hashchange', () => location.reload())

start('/t', <LinkPage token={token} />)
