// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mediacapture.conformance.Rule;

/** Whatever is written in the shapes of the IDL comes back as it was (IDL-6, AC-6); whatever is not fails by name. */
class RoundTripPropertyTest {
    @Property(tries = 300)
    @Rule({"IDL-6", "AC-6"})
    void constraintsComeBackAsTheyWere(@ForAll("constraints") Map<String, Object> members) {
        MediaTrackConstraints constraints = MediaTrackConstraints.fromMap(members);

        assertThat(constraints.toMap()).isEqualTo(members);
        assertThat(MediaTrackConstraints.fromMap(constraints.toMap())).isEqualTo(constraints);
    }

    @Property(tries = 1000)
    @Rule({"IDL-5", "IDL-6"})
    void anyValueIsConvertedOrRefusedByName(@ForAll("properties") String name, @ForAll("anything") Object value) {
        Map<String, Object> members = new HashMap<>();
        members.put(name, value);
        try {
            MediaTrackConstraints converted = MediaTrackConstraints.fromMap(members);
            assertThat(MediaTrackConstraints.fromMap(converted.toMap())).isEqualTo(converted);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).startsWith(name).hasSizeLessThan(200).containsAnyOf(" is not ", ": the key ");
        }
    }

    @Provide
    Arbitrary<String> properties() {
        return Arbitraries.of(ConstrainableProperty.all()).map(ConstrainableProperty::name);
    }

    @Provide
    Arbitrary<Map<String, Object>> constraints() {
        return set().flatMap(basic -> set().list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .optional(0.5)
                .map(advanced -> {
                    Map<String, Object> members = new HashMap<>(basic);
                    advanced.ifPresent(sets -> members.put("advanced", sets));
                    return members;
                }));
    }

    @Provide
    Arbitrary<Object> anything() {
        return Arbitraries.recursive(this::leaf, RoundTripPropertyTest::branch, 0, 4);
    }

    private Arbitrary<Map<String, Object>> set() {
        Arbitrary<ConstrainableProperty<?>> some = Arbitraries.of(ConstrainableProperty.all());
        return some.set().ofMaxSize(6).flatMap(chosen -> {
            List<ConstrainableProperty<?>> properties = new ArrayList<>(chosen);
            return Combinators.combine(properties.stream().map(this::constraint).toList())
                    .as(values -> {
                        Map<String, Object> members = new HashMap<>();
                        for (int index = 0; index < values.size(); index++) {
                            members.put(properties.get(index).name(), values.get(index));
                        }
                        return members;
                    });
        });
    }

    private Arbitrary<Object> constraint(ConstrainableProperty<?> property) {
        Arbitrary<Object> bare = value(property);
        Arbitrary<Object> bound = number(property);
        Arbitrary<String> words = property.constraintShape().hasRange()
                ? Arbitraries.of("min", "max", "exact", "ideal")
                : Arbitraries.of("exact", "ideal");
        Arbitrary<Object> inner = property.constraintShape().hasRange() ? bound : bare;
        Arbitrary<Object> parameters =
                Arbitraries.maps(words, inner).ofMaxSize(4).map(members -> members);
        return Arbitraries.oneOf(bare, parameters);
    }

    private Arbitrary<Object> value(ConstrainableProperty<?> property) {
        Arbitrary<Object> flag = Arbitraries.of(true, false).map(value -> value);
        Arbitrary<Object> word = Arbitraries.strings().ofMaxLength(10).map(value -> value);
        return switch (property.constraintShape()) {
            case NUMBER -> number(property);
            case NUMBER_OR_PRESENCE -> Arbitraries.oneOf(flag, number(property));
            case BOOLEAN -> flag;
            case STRING -> Arbitraries.oneOf(word, word.list().ofMaxSize(3).map(list -> list));
            case BOOLEAN_OR_STRING -> Arbitraries.oneOf(flag, word);
            case POINTS -> point().list().ofMaxSize(3).map(list -> list);
        };
    }

    private static Arbitrary<Object> number(ConstrainableProperty<?> property) {
        return property.kind() == ValueKind.ULONG
                ? Arbitraries.longs().between(0, 4294967295L).map(number -> number)
                : Arbitraries.doubles().map(number -> number);
    }

    private static Arbitrary<Object> point() {
        return Arbitraries.doubles().tuple2().map(at -> Map.of("x", at.get1(), "y", at.get2()));
    }

    private Arbitrary<Object> leaf() {
        return Arbitraries.of(Arrays.asList(
                null,
                true,
                0,
                -1L,
                1.5f,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                "",
                "user",
                "\u0000",
                'c',
                new Object(),
                new int[] {1, 2},
                new String[] {"user", null},
                new Point2D(1, 2)));
    }

    private static Arbitrary<Object> branch(Arbitrary<Object> inner) {
        Arbitrary<Object> keys = Arbitraries.of("exact", "ideal", "min", "max", "x", "y", "advanced", "width", 3);
        return Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(list -> list),
                Arbitraries.maps(keys, inner).ofMaxSize(4).map(members -> members));
    }
}
