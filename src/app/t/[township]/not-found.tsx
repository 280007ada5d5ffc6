// A boundary of its own keeps the menu on screen when a record is not found.
export { default } from "@/app/record-not-found";
