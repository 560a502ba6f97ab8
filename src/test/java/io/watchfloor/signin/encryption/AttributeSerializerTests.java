package io.watchfloor.signin.encryption;

import java.io.File;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AttributeSerializerTests {

	@Test
	void readsClassesThatSessionsHaveAndNoOthers() throws IOException {
		byte[] own = AttributeSerializer.serialize(new ArrayList<>(List.of("text")));
		assertThat(AttributeSerializer.deserialize(own)).isEqualTo(List.of("text"));
		byte[] foreign = AttributeSerializer.serialize(new File("any"));
		assertThatExceptionOfType(UnreadableSessionException.class)
			.isThrownBy(() -> AttributeSerializer.deserialize(foreign));
		try (ObjectInputStream in = AttributeSerializer.reader(foreign)) {
			assertThatExceptionOfType(InvalidClassException.class).isThrownBy(in::readObject);
		}
	}

}
