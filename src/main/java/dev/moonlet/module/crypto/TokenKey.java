package dev.moonlet.module.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSProvider;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import dev.moonlet.module.Arguments;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luaj.vm2.LuaError;

/** The second argument as a key for an algorithm, or an error that says what key it takes. */
final class TokenKey {

    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN ([A-Z ]+)-----([^-]+)-----END \\1-----\\s*");

    /** The signer asks for as much of its own accord. */
    private static final int LEAST_RSA = 2048;

    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private final Arguments given;
    private final JWSAlgorithm algorithm;

    TokenKey(Arguments given, JWSAlgorithm algorithm) {
        this.given = given;
        this.algorithm = algorithm;
    }

    JWSSigner signer() {
        try {
            return checked(
                    isOf(JWSAlgorithm.Family.HMAC_SHA) ? new MACSigner(secret()) : privateSigner(),
                    PRIVATE);
        } catch (JOSEException | GeneralSecurityException | IllegalArgumentException wrong) {
            throw unusable(PRIVATE);
        }
    }

    JWSVerifier verifier() {
        try {
            return checked(
                    isOf(JWSAlgorithm.Family.HMAC_SHA)
                            ? new MACVerifier(secret())
                            : publicVerifier(),
                    PUBLIC);
        } catch (JOSEException | GeneralSecurityException | IllegalArgumentException wrong) {
            throw unusable(PUBLIC);
        }
    }

    private boolean isOf(JWSAlgorithm.Family family) {
        return family.contains(algorithm);
    }

    /** A public key is no secret, and whoever passes one means another algorithm. */
    private byte[] secret() {
        byte[] secret = given.copy(2);
        if (given.text(2).contains("-----BEGIN ")) {
            throw given.wrong(2, algorithm + " takes a secret, got a key in PEM");
        }
        int least = Integer.parseInt(algorithm.getName().substring(2)) / Byte.SIZE;
        if (secret.length < least) {
            throw given.wrong(
                    2,
                    "%s takes a key of %d bytes or more, got %d"
                            .formatted(algorithm, least, secret.length));
        }
        return secret;
    }

    private JWSSigner privateSigner() throws JOSEException, GeneralSecurityException {
        PKCS8EncodedKeySpec key = new PKCS8EncodedKeySpec(der(PRIVATE));
        return isOf(JWSAlgorithm.Family.RSA)
                ? new RSASSASigner(KeyFactory.getInstance("RSA").generatePrivate(key))
                : new ECDSASigner((ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(key));
    }

    private JWSVerifier publicVerifier() throws JOSEException, GeneralSecurityException {
        X509EncodedKeySpec key = new X509EncodedKeySpec(der(PUBLIC));
        if (!isOf(JWSAlgorithm.Family.RSA)) {
            return new ECDSAVerifier(
                    (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(key));
        }
        RSAPublicKey rsa = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(key);
        if (rsa.getModulus().bitLength() < LEAST_RSA) {
            throw unusable(PUBLIC);
        }
        return new RSASSAVerifier(rsa);
    }

    private byte[] der(String label) {
        Matcher pem = PEM.matcher(given.text(2));
        if (!pem.matches() || !label.equals(pem.group(1))) {
            throw unusable(label);
        }
        return Base64.getMimeDecoder().decode(pem.group(2));
    }

    /** A key on another curve is for another algorithm. */
    private <P extends JWSProvider> P checked(P provider, String label) {
        if (!provider.supportedJWSAlgorithms().contains(algorithm)) {
            throw unusable(label);
        }
        return provider;
    }

    private LuaError unusable(String label) {
        return given.wrong(
                2,
                "%s takes a '%s' in PEM, %s"
                        .formatted(
                                algorithm,
                                label,
                                isOf(JWSAlgorithm.Family.RSA)
                                        ? "of RSA with 2048 bits or more"
                                        : "on the curve P-256"));
    }
}
