// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BytePatternTest {
    @Test
    void findsWhatASearchByteByByteFinds() {
        Random random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            byte[] among = letters(random, 40);
            byte[] wanted = letters(random, 1 + random.nextInt(5));
            int from = random.nextInt(10);
            int limit = from + random.nextInt(30);
            String text = new String(among, 0, limit, StandardCharsets.ISO_8859_1);

            assertThat(new BytePattern(wanted).find(among, from, limit))
                    .as("%s in %s from %d", new String(wanted, StandardCharsets.ISO_8859_1), text, from)
                    .isEqualTo(text.indexOf(new String(wanted, StandardCharsets.ISO_8859_1), from));
        }
    }

    @Test
    void findsBytesWhoseHighestBitIsSet() {
        byte[] among = {1, (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9};

        assertThat(new BytePattern((byte) 0xFF, (byte) 0xD9).find(among, 0, among.length))
                .isEqualTo(3);
    }

    private static byte[] letters(Random random, int count) {
        byte[] letters = new byte[count];
        for (int i = 0; i < count; i++) {
            letters[i] = (byte) ('a' + random.nextInt(3));
        }
        return letters;
    }
}
