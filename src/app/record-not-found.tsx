import { BackToList } from "@/app/back-to-list";
import { requestNumber } from "@/app/request-number";

export default async function RecordNotFound() {
  return <BackToList requestId={await requestNumber()} />;
}
