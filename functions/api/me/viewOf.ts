import type { Me } from '../../../shared/contract/people/me.ts'
import { personOf, type Viewer } from '../http/viewer.ts'

/** @throws for the public, whom no route asks who he is */
export const viewOf = (viewer: Viewer): Me => {
	if (viewer.role === 'public') throw new Error('the public has no name')
	return { role: viewer.role, ...personOf(viewer), courtyards: 'courtyards' in viewer ? [...viewer.courtyards] : [] }
}
