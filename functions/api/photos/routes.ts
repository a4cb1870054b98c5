import { NewReportPhoto, NewTaskPhoto, PhotoAddress, PhotoUpload } from '../../../shared/contract/task/photo.ts'
import { type Route, route } from '../http/route.ts'
import type { ApiPorts } from '../ports.ts'
import { seePhoto } from './seePhoto.ts'
import { uploadForReport, uploadForTask } from './uploads.ts'

const description = {
	zh: '返回一张表单：依次填入 fields，最后填入名为 file 的照片，以 multipart/form-data 发送到 url；之后凭 key 附在任务或反映上。',
	en: 'Answers with a form: send the fields and then the picture as "file", as multipart/form-data, to the url; attach it by its key to a task or a report afterwards.',
}

/** Photos: how they are sent, and where they are seen. They are attached by what is done to a task, and with a report. */
export const photosRoutes = (ports: ApiPorts): Route[] => [
	route({
		method: 'POST',
		path: '/api/photos',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '上传任务照片', en: 'Send a photo of a task' },
		description,
		body: NewTaskPhoto,
		response: PhotoUpload,
		statuses: [201],
		run: ({ viewer, body }) => uploadForTask(ports, viewer, body),
	}),
	route({
		method: 'POST',
		path: '/api/public/photos',
		roles: ['public', 'head', 'village', 'staff'],
		summary: { zh: '上传随手拍照片', en: 'Send a photo for a report' },
		description,
		body: NewReportPhoto,
		response: PhotoUpload,
		statuses: [201],
		run: ({ from, body }) => uploadForReport(ports, from, body),
	}),
	route({
		method: 'GET',
		path: '/api/photos/:key',
		roles: ['head', 'village', 'staff'],
		summary: { zh: '查看照片', en: 'See a photo' },
		response: PhotoAddress,
		run: ({ viewer, params }) => seePhoto(ports, viewer, params.key ?? ''),
	}),
]
