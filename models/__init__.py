"""What is the car: cars, PCM generations, markets and sources, as data with a typed loader."""
