import '../design/base.css'
import '../design/components.css'
import '../design/forms.css'
import '../design/figures.css'
import '../phone/phone.css'
import '../task/task.css'
import { askEarly } from '../data/early.ts'
import { byLink, linkedTaskPath } from './linkCall.ts'
import { takeToken } from './linkToken.ts'

const token = takeToken({
	hash: location.hash,
	session: () => sessionStorage,
	hideHash: () => history.replaceState(null, '', location.pathname + location.search),
})
// Another link opened in the same window changes only what is behind the #.
addEventListener('hashchange', () => location.reload())

// Somebody stands in front of a full bin on a weak signal: the task is asked for while the page is on its way.
if (token !== undefined) askEarly([linkedTaskPath], { headers: byLink(token) })
void import('./openLink.tsx').then(({ openLink }) => openLink(token))
