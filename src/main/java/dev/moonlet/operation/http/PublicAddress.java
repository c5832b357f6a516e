package dev.moonlet.operation.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Tells addresses of the public internet from those of this machine and of its networks. */
final class PublicAddress {

    /**
     * What IANA's registry of special-purpose addresses has of IPv4, multicast, and the address at
     * which Azure tells a machine about itself; other clouds do so at a link-local one.
     */
    private static final List<Block> SPECIAL_V4 =
            List.of(
                    new Block(8, 0),
                    new Block(8, 10),
                    new Block(10, 100, 64),
                    new Block(8, 127),
                    new Block(32, 168, 63, 129, 16),
                    new Block(16, 169, 254),
                    new Block(12, 172, 16),
                    new Block(24, 192, 0, 0),
                    new Block(24, 192, 0, 2),
                    new Block(24, 192, 88, 99),
                    new Block(16, 192, 168),
                    new Block(15, 198, 18),
                    new Block(24, 198, 51, 100),
                    new Block(24, 203, 0, 113),
                    new Block(4, 224),
                    new Block(4, 240));

    private static final Block GLOBAL_V6 = new Block(3, 0x20);

    /** Parts of it for protocols (Teredo and others), documentation, and IPv4 within IPv6. */
    private static final List<Block> SPECIAL_V6 =
            List.of(
                    new Block(23, 0x20, 0x01, 0x00),
                    new Block(32, 0x20, 0x01, 0x0d, 0xb8),
                    new Block(20, 0x3f, 0xff));

    /** 6to4: the address of IPv4 comes next. */
    private static final Block SIX_TO_FOUR = new Block(16, 0x20, 0x02);

    /** NAT64 and IPv4-mapped: the address of IPv4 comes last. */
    private static final Block NAT64 =
            new Block(96, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final Block MAPPED = new Block(96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff);

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? isPublicV4(bytes) : isPublicV6(bytes);
    }

    private static boolean isPublicV4(byte[] address) {
        return SPECIAL_V4.stream().noneMatch(block -> block.has(address));
    }

    private static boolean isPublicV6(byte[] address) {
        if (NAT64.has(address) || MAPPED.has(address)) {
            return isPublicV4(Arrays.copyOfRange(address, 12, 16));
        }
        if (SIX_TO_FOUR.has(address)) {
            return isPublicV4(Arrays.copyOfRange(address, 2, 6));
        }
        return GLOBAL_V6.has(address) && SPECIAL_V6.stream().noneMatch(block -> block.has(address));
    }

    /** Addresses that begin alike. */
    private record Block(int bits, int... start) {

        boolean has(byte[] address) {
            for (int bit = 0; bit < bits; bit += Byte.SIZE) {
                int i = bit / Byte.SIZE;
                int wanted = i < start.length ? start[i] : 0;
                int mask = 0xff << Math.max(0, Byte.SIZE - (bits - bit));
                if (((address[i] ^ wanted) & mask & 0xff) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
