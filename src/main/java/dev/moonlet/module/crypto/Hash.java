package dev.moonlet.module.crypto;

import dev.moonlet.module.Choices;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hashes of the family SHA-2. */
enum Hash {
    SHA256,
    SHA384,
    SHA512;

    static final Choices<Hash> CHOICES =
            new Choices<>("algorithm", List.of(values()), Hash::toString);

    byte[] of(byte[] data) {
        try {
            return MessageDigest.getInstance(name().replace("SHA", "SHA-")).digest(data);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] mac(byte[] key, byte[] data) {
        try {
            String algorithm = "Hmac" + name();
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(data);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
