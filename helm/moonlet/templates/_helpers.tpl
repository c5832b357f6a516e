{{- /* The release's name, with the chart's appended where it does not say so itself. */ -}}
{{- define "moonlet.fullname" -}}
{{- $long := printf "%s-%s" .Release.Name .Chart.Name -}}
{{- contains .Chart.Name .Release.Name | ternary .Release.Name $long | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- /* Selectors can not be changed once deployed, so no version may appear among these. */ -}}
{{- define "moonlet.selectorLabels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end -}}

{{- /* A label's value takes no plus sign, which versions use for build metadata. */ -}}
{{- define "moonlet.labels" -}}
{{ include "moonlet.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | replace "+" "_" | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | quote }}
{{- end -}}

{{- define "moonlet.image" -}}
{{- $tag := .Values.image.tag | default .Chart.AppVersion -}}
{{- .Values.image.repository -}}
{{- with .Values.image.digest }}@{{ . }}{{ else }}:{{ $tag }}{{ end -}}
{{- end -}}
