import { describe, expect, it } from "vitest";
import { clientAddress, trustedProxies, unreadableProxy } from "@/lib/addresses";

const ours = trustedProxies("10.0.0.0/8, 127.0.0.1, fd00::/8");
const nobody = trustedProxies("");

describe("a client's address is what our own side saw of it [S32]", () => {
  it.each([
    [
      "nobody is trusted: the connection counts, whatever it says",
      nobody,
      "203.0.113.9",
      "1.2.3.4",
      "203.0.113.9",
    ],
    ["a stranger who names others is himself", ours, "203.0.113.9", "10.0.0.1, 1.2.3.4", "203.0.113.9"],
    ["a proxy of ours names the client", ours, "10.0.0.2", "198.51.100.7", "198.51.100.7"],
    [
      "what the client put to the left is not read",
      ours,
      "10.0.0.2",
      "6.6.6.6, 198.51.100.7",
      "198.51.100.7",
    ],
    ["two proxies of ours", ours, "127.0.0.1", "198.51.100.7, 10.9.9.9", "198.51.100.7"],
    ["a proxy that names nobody", ours, "10.0.0.2", "", "10.0.0.2"],
    ["a proxy that hands on rubbish", ours, "10.0.0.2", "198.51.100.7, <script>", "10.0.0.2"],
    ["IPv4 in IPv6's clothes", ours, "::ffff:10.0.0.2", "::ffff:198.51.100.7", "198.51.100.7"],
    ["IPv6 with port and zone", ours, "fd00::2", "[2001:DB8::7%eth0]:443", "2001:db8::7"],
    ["IPv4 with a port", ours, "10.0.0.2", "198.51.100.7:5123", "198.51.100.7"],
    ["no address left", ours, undefined, "198.51.100.7", null],
  ])("%s", (_what, trusted, peer, forwarded, client) => {
    expect(clientAddress(peer, forwarded, trusted)).toBe(client);
  });

  it("however long the chain, the answer is an address and found at once", () => {
    const started = performance.now();
    const found = clientAddress("10.0.0.2", "1.1.1.1,".repeat(500_000) + "10.0.0.3,".repeat(400_000), ours);
    expect((found ?? "").length).toBeLessThanOrEqual(45);
    expect(performance.now() - started).toBeLessThan(100);
  });
});

describe("TRUSTED_PROXIES", () => {
  it.each(["10.0.0.1", "10.0.0.0/8, ::1", "", " 127.0.0.1 ,"])("%j can be read", (text) => {
    expect(unreadableProxy(text)).toBeNull();
  });
  it.each([["proxy.example"], ["10.0.0.0/33"], ["10.0.0.1, *"], ["::1/129"]])("%j cannot", (text) => {
    expect(unreadableProxy(text)).not.toBeNull();
  });
});
