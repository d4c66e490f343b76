"""What is the car: catalogue of cars, PCM generations, markets and sources, as data with a typed
loader.
"""
