import { accountPermissions } from "@/domains/accounts/permissions";
import { attachmentPermissions } from "@/domains/attachments/permissions";
import { bookPermissions } from "@/domains/books/permissions";
import { calendarPermissions } from "@/domains/calendar/permissions";
import { participationPermissions } from "@/domains/participation/permissions";
import { suggestionPermissions } from "@/domains/suggestions/permissions";
import { sessionPermissions } from "@/domains/sessions/permissions";
import { cyclePermissions } from "@/domains/cycles/permissions";
import { dataRequestPermissions } from "@/domains/data-requests/permissions";
import { declarationPermissions } from "@/domains/declarations/permissions";
import { recordPermissions } from "@/domains/records/permissions";
import { exportPermissions } from "@/domains/exports/permissions";
import { integrityPermissions } from "@/domains/integrity/permissions";
import { jointTaskPermissions } from "@/domains/joint-tasks/permissions";
import { liaisonPermissions } from "@/domains/liaison/permissions";
import { noticePermissions } from "@/domains/notices/permissions";
import { notificationPermissions } from "@/domains/notifications/permissions";
import { requestPermissions } from "@/domains/requests/permissions";
import { matchingPermissions } from "@/domains/matching/permissions";
import { symposiumPermissions } from "@/domains/symposia/permissions";
import { deputyPermissions } from "@/domains/deputies/permissions";
import { assessmentPermissions } from "@/domains/assessments/permissions";
import { subjectPermissions } from "@/domains/subjects/permissions";
import { oversightPermissions } from "@/domains/oversight/permissions";
import { searchPermissions } from "@/domains/search/permissions";
import { petitionPermissions } from "@/domains/petitions/permissions";
import { planPermissions } from "@/domains/plans/permissions";
import { supervisionPermissions } from "@/domains/supervision/permissions";
import { practicePermissions } from "@/domains/practices/permissions";
import { standingPermissions } from "@/domains/standing/permissions";
import { summaryPermissions } from "@/domains/summaries/permissions";
import { todayPermissions } from "@/domains/today/permissions";
import { tenancyPermissions } from "@/domains/tenancy/permissions";
import type { Role } from "@/lib/roles";

/** The one role → permission table: each slice owns its rows, a permission is a key of exactly one slice. */
export const permissions = {
  ...accountPermissions,
  ...attachmentPermissions,
  ...suggestionPermissions,
  ...sessionPermissions,
  ...declarationPermissions,
  ...deputyPermissions,
  ...bookPermissions,
  ...calendarPermissions,
  ...participationPermissions,
  ...searchPermissions,
  ...todayPermissions,
  ...tenancyPermissions,
  ...oversightPermissions,
  ...assessmentPermissions,
  ...subjectPermissions,
  ...recordPermissions,
  ...standingPermissions,
  ...summaryPermissions,
  ...planPermissions,
  ...petitionPermissions,
  ...integrityPermissions,
  ...cyclePermissions,
  ...jointTaskPermissions,
  ...dataRequestPermissions,
  ...supervisionPermissions,
  ...exportPermissions,
  ...noticePermissions,
  ...requestPermissions,
  ...liaisonPermissions,
  ...notificationPermissions,
  ...practicePermissions,
  ...matchingPermissions,
  ...symposiumPermissions,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function may(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role);
}

export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter((permission) => may(role, permission));
}
