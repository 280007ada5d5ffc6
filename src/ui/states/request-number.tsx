/** What a person tells the administrator, who finds it in the server's log. */
export function RequestNumber({ id }: { id: string | null | undefined }) {
  return id ? <small>请求编号 {id}（报修时请告诉管理员）</small> : null;
}
