"use client";

// A boundary of its own keeps the menu on screen when one page fails.
export { default } from "@/app/error";
